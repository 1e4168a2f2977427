import type { PersonActor } from '@hub/core';

import { createNoticeWorld, type NoticeWorld } from './notice-world';

// Who was told of a thing, when and through what.

let o: NoticeWorld;
let checker: PersonActor;
let clerk: PersonActor;

beforeAll(async () => {
  o = await createNoticeWorld();
  const seat = await o.unitAt(10);
  checker = await o.personOf(seat, 'OFFICE_CHECKER');
  clerk = await o.personOf(await o.unitAt(37));
});

afterEach(() => expect(o.world.faults).toEqual([]));

afterAll(() => o.world.close());

const TOLD = `query ($type: String!, $id: ID!) {
  noticesAbout(type: $type, id: $id) { noticeId kind level obligation channel state attempts sentAt account { id } }
}`;

interface Told {
  readonly noticeId: string;
  readonly account: { readonly id: string };
  readonly channel: string;
  readonly state: string;
}

const told = async (about: { type: string; id: string }, actor = checker): Promise<Told[]> =>
  (await o.ask<{ noticesAbout: Told[] }>(actor, TOLD, about)).noticesAbout;

test('each notice is there with each who got it, in the order in which they were asked for', async () => {
  const first = await o.notify([{ to: 'OFFICE' }]);
  o.world.clock.set('2020-10-16T09:00:00+08:00');
  const again = await o.notify([{ to: 'OFFICE' }], { about: first.about, level: 2 });
  await o.notify([{ to: 'OFFICE' }]);
  const seen = await told(first.about);
  const got = await o.rows<{ id: string }>(
    'select account_id as id from organization.inbox_notice where notice_id = $1 order by 1',
    [first.noticeId],
  );
  expect(got.length).toBeGreaterThan(0);
  expect(seen.map(({ noticeId, account }) => [noticeId, account.id])).toEqual(
    [first, again].flatMap(({ noticeId }) => got.map(({ id }) => [noticeId, id])),
  );
  expect(seen.at(-1)).toMatchObject({
    kind: 'REMINDER',
    level: 2,
    obligation: 'ACKNOWLEDGE',
    channel: 'IN_APP',
    state: 'SENT',
    attempts: 0,
    sentAt: '2020-10-16T09:00:00.000+08:00',
  });
});

test('what waits outside is shown beside it', async () => {
  const notice = await o.notify([{ to: 'OFFICE' }]);
  const [{ account }] = (await told(notice.about)) as [Told];
  await o.rows(
    `insert into organization.notice_delivery
       (committee_id, notice_id, account_id, channel, state, not_before, attempts, message_id)
     values ($1, $2, $3, 'EMAIL', 'PENDING', $4, 2, 'm1')`,
    [o.committeeId, notice.noticeId, account.id, o.world.clock.now()],
  );
  const ways = (await told(notice.about)).filter((each) => each.account.id === account.id);
  expect(ways).toMatchObject([
    { channel: 'EMAIL', state: 'PENDING', attempts: 2, sentAt: null },
    { channel: 'IN_APP', state: 'SENT' },
  ]);
});

test('nothing is told of what is not there, of another committee, or in words that nothing is called by', async () => {
  const { about } = await o.notify([{ to: 'OFFICE' }]);
  expect(await told({ ...about, id: 'x' })).toEqual([]);
  expect(await told({ ...about, type: 'Document' })).toEqual([]);
  expect(await told({ ...about, id: 'x\u0000' })).toEqual([]);
  expect(await told(about, { ...checker, committeeId: o.world.ids.next() })).toEqual([]);
});

test('it is for those who supervise', async () => {
  const { about } = await o.notify([{ to: 'OFFICE' }]);
  const office = await o.unitAt(10);
  for (const actor of [clerk, o.admin, await o.personOf(office, 'OFFICE_CLERK')]) {
    expect(await o.refusal(actor, TOLD, about)).toBe('ROLE_NOT_ALLOWED');
  }
  expect(await told(about, await o.personOf(office, 'COMMITTEE_LEADER'))).not.toEqual([]);
});
