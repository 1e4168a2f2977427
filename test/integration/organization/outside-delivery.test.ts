import type { PersonActor } from '@hub/core';

import { eventually } from '../../support/eventually';
import { createOutsideWorld, type OutsideWorld } from './outside-world';

let o: OutsideWorld;
let clerk: PersonActor;

beforeAll(async () => {
  o = await createOutsideWorld();
  clerk = await o.clerkAt(1);
});

beforeEach(() => o.reset());

afterAll(() => o.closeAll());

const later = (ms: number) => new Date(o.world.clock.now().getTime() + ms);
const mailIds = () => o.mail.mails.map(({ messageId }) => messageId.split('@')[0]);

describe('a message', () => {
  test('goes out once, under the id it was lined up with, and nothing in it is of the inside', async () => {
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    const noticeId = await o.tell(clerk);
    expect(o.askedFor).toEqual(['send-outside']);
    await o.send();
    await o.send();
    const { messageId, ...row } = await o.delivery(noticeId);
    expect(row).toEqual({
      state: 'SENT',
      attempts: 1,
      interruptions: 0,
      leaseUntil: null,
      notBefore: o.world.clock.now(),
      sentAt: o.world.clock.now(),
      lastError: null,
    });
    expect(mailIds()).toEqual([messageId]);
    const [, body = ''] = o.mail.mails[0]?.source.split('\r\n\r\n') ?? [];
    expect(Buffer.from(body, 'base64').toString()).toBe(
      '您有一件公文待签收，请登录平台办理。\n办理期限：2020-10-15 18:00\n请登录机关党建工作平台查看。本消息由系统自动发送，请勿回复。',
    );
  });

  test('goes through every channel that its reader has on', async () => {
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    await o.wants(clerk, 'WEBHOOK', `${o.hooks.url}/own`);
    await o.wants(clerk, 'WECOM', `${o.hooks.url}/cgi-bin/webhook/send?key=1`);
    await o.wants(clerk, 'DINGTALK', `${o.hooks.url}/robot/send?access_token=1`);
    const noticeId = await o.tell(clerk);
    await o.send();
    const ids: string[] = [];
    for (const channel of ['WEBHOOK', 'WECOM', 'DINGTALK'] as const) {
      ids.push((await o.delivery(noticeId, channel)).messageId);
    }
    expect(o.hooks.calls.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());
    expect(o.mail.mails).toHaveLength(1);
  });

  test('waits for the end of the quiet hours', async () => {
    o.world.clock.set('2020-10-15T21:00:00+08:00');
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn', { quietHours: { from: '20:00', to: '08:00' } });
    await o.tell(clerk);
    const urgent = await o.tell(clerk, { urgent: true });
    await o.send();
    expect(mailIds()).toEqual([(await o.delivery(urgent)).messageId]);
    o.world.clock.set('2020-10-16T08:00:00+08:00');
    await o.send();
    expect(o.mail.mails).toHaveLength(2);
  });
});

describe('what nobody needs any more is not sent:', () => {
  beforeEach(() => o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn'));

  const dropped = async (noticeId: string) => {
    await o.send();
    expect(o.mail.asked).toEqual([]);
    return o.delivery(noticeId);
  };

  test('the matter was settled', async () => {
    const notice = await o.notify([{ to: 'UNIT_DESK', organizationId: clerk.organizationId }]);
    await o.settle(notice.about);
    expect(await dropped(notice.noticeId)).toMatchObject({ state: 'DROPPED', lastError: 'SETTLED', attempts: 0 });
  });

  test('it was settled while an attempt was on its way that failed', async () => {
    o.mail.reception = () => 451;
    const notice = await o.notify([{ to: 'UNIT_DESK', organizationId: clerk.organizationId }]);
    await o.send();
    await o.rows(`update organization.notice_delivery set lease_until = $1 where channel = 'EMAIL'`, [later(1)]);
    await o.settle(notice.about);
    o.world.clock.advance(60_000);
    o.mail.asked.length = 0;
    expect(await dropped(notice.noticeId)).toMatchObject({ state: 'DROPPED', lastError: 'SETTLED', attempts: 1 });
  });

  test('its reader has done with it', async () => {
    const noticeId = await o.tell(clerk);
    await o.ask(clerk, 'mutation ($id: ID!) { markNoticeDone(noticeId: $id) { __typename } }', {
      id: noticeId,
    });
    expect(await dropped(noticeId)).toMatchObject({ state: 'DROPPED', lastError: 'DONE', attempts: 0 });
  });

  test('its reader has switched the channel off', async () => {
    const noticeId = await o.tell(clerk);
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn', { enabled: false });
    expect(await dropped(noticeId)).toMatchObject({ state: 'DROPPED', lastError: 'CHANNEL_OFF', attempts: 0 });
  });

  test('a long line of such is passed in one go, and the next one sent', async () => {
    for (let index = 0; index < 9; index += 1) await o.tell(clerk);
    await o.rows(`update organization.inbox_notice set done_at = $1, done_by = 'PERSON'`, [o.world.clock.now()]);
    const last = await o.tell(clerk);
    await o.send();
    expect(mailIds()).toEqual([(await o.delivery(last)).messageId]);
  });
});

describe('an attempt that fails', () => {
  test('is made again after a pause, under the same id', async () => {
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    o.mail.reception = () => (o.mail.asked.length === 1 ? 451 : null);
    const noticeId = await o.tell(clerk);
    await o.send();
    const failed = await o.delivery(noticeId);
    expect(failed).toMatchObject({ state: 'PENDING', attempts: 1, leaseUntil: null, notBefore: later(30_000) });
    expect(failed.lastError).toMatch(/^MAIL_DEFERRED: 451 <\*\*\*> is not welcome now$/);
    o.world.clock.advance(29_999);
    await o.send();
    expect(o.mail.asked).toHaveLength(1);
    o.world.clock.advance(1);
    await o.send();
    expect(await o.delivery(noticeId)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null });
    expect(mailIds()).toEqual([failed.messageId]);
  });

  test('is the last one where no other can succeed, and stays to be seen', async () => {
    await o.wants(clerk, 'EMAIL', 'nobody@unit.example.cn');
    o.mail.reception = () => 550;
    const noticeId = await o.tell(clerk);
    await o.send();
    o.world.clock.advance(24 * 3600_000);
    await o.send();
    expect(await o.delivery(noticeId)).toMatchObject({
      state: 'FAILED',
      attempts: 1,
      lastError: expect.stringMatching(/^MAILBOX_REFUSED: 550/),
    });
    expect(o.mail.asked).toHaveLength(1);
    expect(await o.lanes()).toEqual([{ lane: 'EMAIL', failures: 0, closedUntil: null }]);
  });

  test('is given up after fourteen', async () => {
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    o.mail.reception = () => 451;
    const noticeId = await o.tell(clerk);
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await o.send();
      o.world.clock.advance(4 * 3600_000);
    }
    expect(await o.delivery(noticeId)).toMatchObject({ state: 'FAILED', attempts: 14 });
    expect(o.mail.asked).toHaveLength(14);
  });

  test('waits as long as it is asked to, and so does its lane', async () => {
    await o.wants(clerk, 'WEBHOOK', `${o.hooks.url}/own`);
    o.hooks.answers.set('/own', (response) => response.writeHead(429, { 'retry-after': '100' }).end());
    const noticeId = await o.tell(clerk);
    await o.send();
    expect(await o.delivery(noticeId, 'WEBHOOK')).toMatchObject({ notBefore: later(100_000) });
    expect(await o.lanes()).toEqual([{ lane: new URL(o.hooks.url).host, failures: 1, closedUntil: later(100_000) }]);
    await o.tell(clerk);
    await o.send();
    expect(o.hooks.calls).toHaveLength(1);
  });
});

describe('a lease', () => {
  beforeEach(() => o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn'));

  test('that runs out is taken over: what was broken off is counted, and sent under the same id', async () => {
    const noticeId = await o.tell(clerk);
    // As a worker leaves it that was killed between sending and its mark.
    await o.rows(
      `update organization.notice_delivery set attempts = 1, lease_until = $2 where notice_id = $1 and channel = 'EMAIL'`,
      [noticeId, later(60_000)],
    );
    await o.send();
    expect(o.mail.mails).toHaveLength(0);
    o.world.clock.advance(60_000);
    await o.send();
    const row = await o.delivery(noticeId);
    expect(row).toMatchObject({ state: 'SENT', attempts: 2, interruptions: 1, leaseUntil: null });
    expect(mailIds()).toEqual([row.messageId]);
  });

  test('that ran out under him keeps a worker from saying how it went', async () => {
    const noticeId = await o.tell(clerk);
    o.mail.reception = () => 550;
    o.mail.hold();
    const first = o.send();
    await eventually(() => expect(o.mail.asked).toHaveLength(1));
    o.world.clock.advance(60_000);
    const second = o.send();
    await eventually(() => expect(o.mail.asked).toHaveLength(2));
    // The first attempt hears that the mailbox is none; the row is the second one's by now.
    o.mail.releaseOne();
    await first;
    expect(await o.delivery(noticeId)).toMatchObject({ state: 'PENDING', attempts: 2, leaseUntil: later(60_000) });
    o.mail.release();
    await second;
    expect(await o.delivery(noticeId)).toMatchObject({ state: 'FAILED', attempts: 2, interruptions: 1 });
  });
});
