import type { PersonActor } from '@hub/core';
import { readDeliveryStatus } from '@hub/organization';

import { deliveryReport } from '../../../infra/scripts/jobs/delivery-report';
import { eventually } from '../../support/eventually';
import { type Answer, answerOk, WebhookReceiver } from '../../support/outside/webhook-receiver';
import { createOutsideWorld, type OutsideWorld } from './outside-world';

let o: OutsideWorld;
let first: PersonActor;
let second: PersonActor;
let third: PersonActor;
let bystander: WebhookReceiver;

beforeAll(async () => {
  o = await createOutsideWorld();
  first = await o.clerkAt(1);
  second = await o.clerkAt(2);
  third = await o.clerkAt(3);
  bystander = await WebhookReceiver.listen();
});

beforeEach(async () => {
  await o.reset();
  bystander.forget();
});

afterAll(async () => {
  await bystander.close();
  await o.closeAll();
});

const later = (ms: number) => new Date(o.world.clock.now().getTime() + ms);
const laneOfHooks = async () => (await o.lanes()).find(({ lane }) => lane === new URL(o.hooks.url).host);
/** Answers nothing until it is told to. */
function hanging(): { readonly answer: Answer; release(): void } {
  const held: (() => void)[] = [];
  let open = false;
  return {
    answer: (response, call) => {
      const say = () => answerOk(response, call);
      if (open) say();
      else held.push(say);
    },
    release: () => {
      open = true;
      for (const say of held) say();
    },
  };
}

const stateCounts = () =>
  o.rows<{ state: string; count: number }>(
    `select state, count(*)::int as count from organization.notice_delivery where channel <> 'IN_APP'
     group by 1 order by 1`,
  );

test('a webhook that hangs holds up nobody but its own lane', async () => {
  const hang = hanging();
  o.hooks.answers.set('/own', hang.answer);
  await o.wants(first, 'WEBHOOK', `${o.hooks.url}/own`);
  await o.wants(second, 'WEBHOOK', `${bystander.url}/own`);
  await o.wants(third, 'EMAIL', 'clerk@unit.example.cn');
  await o.tellMany(first, 30);
  await o.tellMany(second, 30);
  await o.tellMany(third, 10);
  const sending = o.send();
  // All of the others', while not one of the first lane's has been answered; and no more than four of them were sent.
  await eventually(() => {
    expect(bystander.calls).toHaveLength(30);
    expect(o.mail.mails).toHaveLength(10);
  });
  expect(o.hooks.calls).toHaveLength(4);
  // Another worker finds the lane full.
  await o.send();
  expect(o.hooks.calls).toHaveLength(4);
  hang.release();
  await sending;
  expect(await stateCounts()).toEqual([{ state: 'SENT', count: 70 }]);
});

test('a lane that fails is closed for longer each time, tried by one message, and opens when that arrives', async () => {
  o.hooks.answers.set('/own', (response) => response.writeHead(500).end());
  await o.wants(first, 'WEBHOOK', `${o.hooks.url}/own`);
  await o.tellMany(first, 20);
  await o.send();
  const asked = o.hooks.calls.length;
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThanOrEqual(6);
  const closed = await laneOfHooks();
  expect(closed?.failures).toBe(asked);
  expect(closed?.closedUntil).toEqual(later(30_000 * 2 ** (asked - 3)));
  await o.send();
  expect(o.hooks.calls).toHaveLength(asked);
  o.world.clock.set(closed?.closedUntil ?? '');
  await o.send();
  expect(o.hooks.calls).toHaveLength(asked + 1);
  expect((await laneOfHooks())?.failures).toBe(asked + 1);
  o.hooks.answers.clear();
  o.world.clock.advance(3600_000);
  await o.send();
  expect(await stateCounts()).toEqual([{ state: 'SENT', count: 20 }]);
  expect(await laneOfHooks()).toMatchObject({ failures: 0, closedUntil: null });
});

test('one whose address nobody can open, or that is none any more, holds up no other', async () => {
  await o.wants(first, 'EMAIL', 'first@unit.example.cn');
  await o.wants(second, 'EMAIL', 'second@unit.example.cn');
  await o.rows(`update organization.notice_preference set address = '\\x0100' where account_id = $1`, [
    first.accountId,
  ]);
  const [broken, whole] = [await o.tell(first), await o.tell(second)];
  await o.send();
  expect(await o.delivery(broken)).toMatchObject({ state: 'PENDING', attempts: 1, lastError: 'ADDRESS_UNREADABLE' });
  expect(await o.delivery(whole)).toMatchObject({ state: 'SENT' });
  expect(await o.lanes()).toEqual([{ lane: 'EMAIL', failures: 0, closedUntil: null }]);
});

test('what waits, what failed and which lanes are closed is there to be seen', async () => {
  o.hooks.answers.set('/own', (response) => response.writeHead(500).end());
  o.mail.reception = () => 550;
  await o.wants(first, 'WEBHOOK', `${o.hooks.url}/own`);
  await o.wants(second, 'EMAIL', 'nobody@unit.example.cn');
  await o.tellMany(first, 3);
  const refused = await o.tell(second);
  await o.send();
  await o.tellMany(first, 1);
  const { database } = o.world.subgraph('organization');
  const lane = new URL(o.hooks.url).host;
  const [status] = await readDeliveryStatus(database, o.world.clock.now());
  expect(status).toEqual({
    waiting: 4,
    dueSince: o.world.clock.now(),
    failed: 1,
    failures: [
      { noticeId: refused, channel: 'EMAIL', attempts: 1, lastError: expect.stringMatching(/^MAILBOX_REFUSED: 550/) },
    ],
    closedLanes: [{ lane, failures: 3, closedUntil: later(30_000), lastError: 'SERVER_ERROR: HTTP 500' }],
  });
  const report = deliveryReport(status ? [status] : []).join('\n');
  expect(report).toContain('! 站外通知：待发 4，最早应于 2020-10-15 09:00 发出，两周内失败 1');
  expect(report).toContain(`! 线路 ${lane} 连续失败 3 次，暂停至 2020-10-15 09:00：对方服务出错（HTTP 500）`);
  expect(report).toContain(`! 通知 ${refused} EMAIL，试 1 次：收件地址不存在或被拒收（550 <***>`);
  expect(report).toContain('npm run jobs:replay -- outside [通知号]');
  const [weeksLater] = await readDeliveryStatus(database, later(15 * 24 * 3600_000));
  expect(weeksLater).toMatchObject({ waiting: 4, failed: 0, failures: [], closedLanes: [] });
});

test.each([2, 8])(
  '%i workers at once send each message once, and no lane gets more than four at a time',
  async (workers) => {
    let busy = 0;
    let most = 0;
    const counted: Answer = (response, call) => {
      busy += 1;
      most = Math.max(most, busy);
      setImmediate(() => {
        busy -= 1;
        answerOk(response, call);
      });
    };
    o.hooks.answers.set('/own', counted);
    await o.wants(first, 'WEBHOOK', `${o.hooks.url}/own`);
    await o.wants(second, 'WEBHOOK', `${bystander.url}/own`);
    await o.tellMany(first, 150);
    await o.tellMany(second, 50);
    await Promise.all(Array.from({ length: workers }, () => o.send()));
    await o.send();
    expect(o.hooks.calls).toHaveLength(150);
    expect(new Set(o.hooks.calls.map(({ messageId }) => messageId)).size).toBe(150);
    expect(bystander.calls).toHaveLength(50);
    expect(most).toBeLessThanOrEqual(4);
    const rows = await o.rows(
      `select state, attempts, interruptions, count(*)::int as count from organization.notice_delivery
     where channel = 'WEBHOOK' group by 1, 2, 3`,
    );
    expect(rows).toEqual([{ state: 'SENT', attempts: 1, interruptions: 0, count: 200 }]);
  },
);
