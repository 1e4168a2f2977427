import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PersonActor } from '@hub/core';
import { resendFailed } from '@hub/organization';

import { someId } from '../../support';
import { runHubProgram } from '../../support/hub-program';
import { createOutsideWorld, type OutsideWorld } from './outside-world';

const DAY_MS = 24 * 3600_000;
const ADDRESS = 'clerk@unit.example.cn';

let o: OutsideWorld;
let clerk: PersonActor;

beforeAll(async () => {
  o = await createOutsideWorld();
  clerk = await o.clerkAt(1);
});

beforeEach(async () => {
  await o.reset();
  o.mail.reception = () => 550;
  await o.wants(clerk, 'EMAIL', ADDRESS);
});

afterAll(() => o.closeAll());

const resend = (noticeId?: string) => resendFailed(o.world.subgraph('organization').database, o.world.clock, noticeId);

/** A message that was given up; from here on the mail server takes everything. */
async function givenUp(): Promise<string> {
  o.mail.reception = () => 550;
  const noticeId = await o.tell(clerk);
  await o.send();
  expect(await o.delivery(noticeId)).toMatchObject({ state: 'FAILED' });
  o.mail.reception = () => null;
  return noticeId;
}

test('what was given up goes out once the cause is removed, under its id, and the trail says so', async () => {
  const noticeId = await givenUp();
  const before = await o.delivery(noticeId);
  o.world.clock.advance(DAY_MS);
  await o.send();
  expect(o.mail.mails).toHaveLength(0);
  expect(await resend()).toBe(1);
  expect(await o.delivery(noticeId)).toEqual({
    ...before,
    state: 'PENDING',
    attempts: 0,
    notBefore: o.world.clock.now(),
    lastError: null,
  });
  await o.send();
  expect(await o.delivery(noticeId)).toMatchObject({ state: 'SENT', attempts: 1 });
  expect(o.mail.mails.map(({ messageId }) => messageId.split('@')[0])).toEqual([before.messageId]);
  const acts = await o.rows(
    `select actor_name, object_type, after from organization.audit where action = 'resendFailed' and object_id = $1`,
    [noticeId],
  );
  expect(acts).toEqual([{ actor_name: 'outside-delivery', object_type: 'notice', after: { messages: 1 } }]);
  expect(await resend()).toBe(0);
});

test('what fails again is given up again, and not before all its attempts', async () => {
  await givenUp();
  o.mail.reception = () => 451;
  await resend();
  o.mail.asked.length = 0;
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    await o.send();
    o.world.clock.advance(4 * 3600_000);
  }
  expect(o.mail.asked).toHaveLength(14);
});

test('only what failed: what is out is not sent twice, and what waits keeps its turn', async () => {
  o.mail.reception = () => null;
  const sent = await o.tell(clerk);
  await o.send();
  await givenUp();
  const waiting = await o.tell(clerk, { urgent: true });
  await o.rows(`update organization.notice_delivery set attempts = 3 where notice_id = $1 and channel = 'EMAIL'`, [
    waiting,
  ]);
  expect(await resend()).toBe(1);
  expect(await o.delivery(sent)).toMatchObject({ state: 'SENT' });
  expect(await o.delivery(waiting)).toMatchObject({ state: 'PENDING', attempts: 3 });
});

test('what lies back more than two weeks stays, unless it is named', async () => {
  const [old, other] = [await givenUp(), await givenUp()];
  // Ids never go back: those of a world whose clock was put back are days ahead of it.
  o.world.clock.advance(20 * DAY_MS);
  expect(await resend()).toBe(0);
  expect(await resend(old)).toBe(1);
  expect(await o.delivery(old)).toMatchObject({ state: 'PENDING' });
  expect(await o.delivery(other)).toMatchObject({ state: 'FAILED' });
});

test('what is settled meanwhile is not sent', async () => {
  const notice = await o.notify([{ to: 'UNIT_DESK', organizationId: clerk.organizationId }]);
  await o.send();
  await o.settle(notice.about);
  o.mail.reception = () => null;
  await resend();
  await o.send();
  expect(await o.delivery(notice.noticeId)).toMatchObject({ state: 'DROPPED', lastError: 'SETTLED' });
  expect(o.mail.mails).toHaveLength(0);
});

test('nobody is disturbed in the quiet hours, unless it is urgent', async () => {
  const calm = await givenUp();
  o.mail.reception = () => 550;
  const urgent = await o.tell(clerk, { urgent: true });
  await o.send();
  await o.wants(clerk, 'EMAIL', ADDRESS, { quietHours: { from: '20:00', to: '08:00' } });
  o.world.clock.set('2020-10-15T21:00:00+08:00');
  expect(await resend()).toBe(2);
  expect(await o.delivery(calm)).toMatchObject({ notBefore: new Date('2020-10-16T08:00:00+08:00') });
  expect(await o.delivery(urgent)).toMatchObject({ notBefore: o.world.clock.now() });
});

test('somebody at a terminal does it for one notice, and is told when there is nothing to send', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-test-resend-'));
  const replay = (...args: string[]) => runHubProgram('jobs-replay', { database: o.world.database, dataDir }, args);
  try {
    const noticeId = await givenUp();
    expect(await replay('outside', noticeId)).toEqual({ code: 0, said: '✔ 站外通知 1 条已放回，将重新发送\n' });
    expect(await o.delivery(noticeId)).toMatchObject({ state: 'PENDING' });
    const nothing = someId();
    expect(await replay('outside', nothing)).toEqual({ code: 1, said: `✘ 没有发送失败的站外通知 ${nothing}\n` });
    // Notices of the test are years older than the clock of the terminal.
    expect(await replay('outside')).toEqual({ code: 0, said: '✔ 站外通知 0 条已放回，将重新发送\n' });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
