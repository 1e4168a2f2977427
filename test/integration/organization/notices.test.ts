import { noticeRequested } from '@hub/contracts';
import type { PersonActor } from '@hub/core';
import { deliverNotices, type OrganizationContext, type RequestedNotice } from '@hub/organization';

import { unitLogin } from '../../../infra/seed/organization';
import { statementsOf } from '../../support/count-statements';
import { createNoticeWorld, type NoticeWorld, reminder } from './notice-world';
import { signedIn } from './sessions';

let o: NoticeWorld;
let clerk: PersonActor;
let leader: PersonActor;
let checker: PersonActor;

beforeAll(async () => {
  o = await createNoticeWorld();
  clerk = (await signedIn(o, unitLogin(1))).actor;
  leader = (await signedIn(o, `${unitLogin(1)}-leader`)).actor;
  checker = (await signedIn(o, 'checker')).actor;
});

afterAll(() => o.world.close());

const desk = () => [{ to: 'UNIT_DESK', organizationId: clerk.organizationId } as const];

const deliver = (notices: readonly RequestedNotice[]) => {
  const actor = { side: 'system', committeeId: o.committeeId, name: 'notices' } as const;
  return deliverNotices(o.world.context<OrganizationContext['deps']>('organization', actor), notices);
};

/** What there is of a notice, in every table. */
const kept = async (noticeId: string) => {
  const rows = (table: string) =>
    o.rows(`select row_to_json(t) as row from organization.${table} t where notice_id = $1 order by 1::text`, [
      noticeId,
    ]);
  return { notice: await rows('notice'), inbox: await rows('inbox_notice'), delivery: await rows('notice_delivery') };
};

const inboxOf = (noticeId: string) =>
  o.rows<{ doneBy: string | null; doneAt: Date | null }>(
    'select done_by as "doneBy", done_at as "doneAt" from organization.inbox_notice where notice_id = $1',
    [noticeId],
  );

const deliveriesOf = (noticeId: string) =>
  o.rows<{ channel: string; state: string; lastError: string | null; notBefore: Date; messageId: string }>(
    `select channel, state, last_error as "lastError", not_before as "notBefore", message_id as "messageId"
     from organization.notice_delivery where notice_id = $1 order by channel`,
    [noticeId],
  );

/** He wants to be told by mail as well. */
async function wantsMail(account: PersonActor, quiet: readonly [string, string] | null = ['20:00', '08:00']) {
  await o.rows(
    `insert into organization.notice_preference
       (committee_id, preference_id, account_id, channel, enabled, address, address_masked, quiet_from, quiet_to)
     values ($1, $2, $3, 'EMAIL', true, '\\x00', '*', $4, $5)
     on conflict (committee_id, account_id, channel) do update
       set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
    [o.committeeId, o.world.ids.next(), account.accountId, quiet?.[0], quiet?.[1]],
  );
}

describe('an event that comes again', () => {
  test('adds nothing, whoever is meant by then', async () => {
    const { organizationId } = await o.unitAt(20);
    const notice = await o.notify([{ to: 'UNIT_DESK', organizationId }]);
    const before = await kept(notice.noticeId);
    expect(before.inbox).toHaveLength(1);
    await o.rows('delete from organization.post where organization_id = $1', [organizationId]);
    await o.hear(noticeRequested, notice);
    expect(await kept(notice.noticeId)).toEqual(before);
  });

  test('does not make what was settled open again', async () => {
    const notice = await o.notify(desk());
    await o.settle(notice.about);
    await o.hear(noticeRequested, notice);
    expect(await inboxOf(notice.noticeId)).toEqual([{ doneBy: 'SETTLED', doneAt: o.world.clock.now() }]);
  });
});

describe('a matter that is settled', () => {
  test('makes what was told of it done, of each obligation by itself', async () => {
    const sign = await o.notify(desk());
    const answer = await o.notify(desk(), { about: { ...sign.about, obligation: 'FEEDBACK' } });
    await o.settle(sign.about);
    expect(await inboxOf(sign.noticeId)).toEqual([{ doneBy: 'SETTLED', doneAt: o.world.clock.now() }]);
    expect(await inboxOf(answer.noticeId)).toEqual([{ doneBy: null, doneAt: null }]);
  });

  test('counts when it is heard of before its notice, which is there and done', async () => {
    await wantsMail(clerk);
    const notice = reminder(o, { addressees: desk() });
    await o.settle(notice.about);
    await o.hear(noticeRequested, notice);
    expect(await inboxOf(notice.noticeId)).toEqual([{ doneBy: 'SETTLED', doneAt: o.world.clock.now() }]);
    expect(await deliveriesOf(notice.noticeId)).toMatchObject([
      { channel: 'EMAIL', state: 'DROPPED', lastError: 'SETTLED' },
      { channel: 'IN_APP', state: 'SENT' },
    ]);
  });

  test('leaves open what is asked for later: a paper that was returned is owed again', async () => {
    const first = await o.notify(desk());
    await o.settle(first.about);
    o.world.clock.advance(1000);
    const second = await o.notify(desk(), { about: first.about });
    expect(await inboxOf(second.noticeId)).toEqual([{ doneBy: null, doneAt: null }]);
    await o.settle(first.about, first.requestedAt);
    expect(await inboxOf(second.noticeId)).toEqual([{ doneBy: null, doneAt: null }]);
  });

  test('and goes on is over for the notices that are named, whatever the clocks say', async () => {
    await wantsMail(clerk);
    const first = await o.notify(desk());
    const { about } = first;
    const second = await o.notify(desk(), { about });
    const later = new Date(o.world.clock.now().getTime() + 60_000).toISOString();
    await o.settle(about, later, [first.noticeId]);
    expect(await inboxOf(first.noticeId)).toEqual([{ doneBy: 'SETTLED', doneAt: new Date(later) }]);
    expect((await deliveriesOf(first.noticeId))[0]).toMatchObject({ channel: 'EMAIL', state: 'DROPPED' });
    const third = await o.notify(desk(), { about });
    for (const { noticeId } of [second, third]) {
      expect(await inboxOf(noticeId)).toEqual([{ doneBy: null, doneAt: null }]);
      expect((await deliveriesOf(noticeId))[0]).toMatchObject({ channel: 'EMAIL', state: 'PENDING' });
    }
  });

  test('by the names of its notices is heard of before them', async () => {
    await wantsMail(clerk);
    const notice = reminder(o, { addressees: desk() });
    const settledAt = o.world.clock.now();
    await o.settle(notice.about, settledAt.toISOString(), [notice.noticeId]);
    o.world.clock.advance(1000);
    await o.hear(noticeRequested, { ...notice, requestedAt: o.world.clock.now().toISOString() });
    expect(await inboxOf(notice.noticeId)).toEqual([{ doneBy: 'SETTLED', doneAt: settledAt }]);
    expect((await deliveriesOf(notice.noticeId))[0]).toMatchObject({ channel: 'EMAIL', state: 'DROPPED' });
    const other = await o.notify(desk(), { about: notice.about });
    expect(await inboxOf(other.noticeId)).toEqual([{ doneBy: null, doneAt: null }]);
  });

  test('takes back what waits to go out, and not what is being sent', async () => {
    await wantsMail(clerk);
    const [waiting, sending] = [await o.notify(desk()), await o.notify(desk())];
    const lease = new Date(o.world.clock.now().getTime() + 60_000);
    await o.rows(
      `update organization.notice_delivery set lease_until = $2 where notice_id = $1 and channel = 'EMAIL'`,
      [sending.noticeId, lease],
    );
    for (const { about } of [waiting, sending]) await o.settle(about);
    expect((await deliveriesOf(waiting.noticeId))[0]).toMatchObject({ state: 'DROPPED', lastError: 'SETTLED' });
    expect((await deliveriesOf(sending.noticeId))[0]).toMatchObject({ state: 'PENDING', lastError: null });
  });

  test('and its notice at one moment end in one answer, whichever comes first', async () => {
    // The matter is known: only its row keeps the two apart.
    const { about } = await o.notify(desk());
    for (let round = 0; round < 20; round += 1) {
      o.world.clock.advance(1000);
      const notice = reminder(o, { addressees: desk(), about });
      await Promise.all([o.hear(noticeRequested, notice), o.settle(about)]);
      expect(await inboxOf(notice.noticeId)).toMatchObject([{ doneBy: 'SETTLED' }]);
    }
  });
});

describe('what goes out', () => {
  test('is one message a channel that is wanted, under a name that stays', async () => {
    await wantsMail(clerk);
    const notice = await o.notify([...desk(), { to: 'UNIT_LEADER', organizationId: clerk.organizationId }]);
    const deliveries = await deliveriesOf(notice.noticeId);
    expect(deliveries.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'EMAIL PENDING',
      'IN_APP SENT',
      'IN_APP SENT',
    ]);
    expect(new Set(deliveries.map(({ messageId }) => messageId)).size).toBe(3);
  });

  test.each([
    ['in the evening', '2020-10-15T21:30:00+08:00', false, '2020-10-16T08:00:00+08:00'],
    ['before the morning', '2020-10-16T07:59:59+08:00', false, '2020-10-16T08:00:00+08:00'],
    ['by day', '2020-10-16T09:00:00+08:00', false, '2020-10-16T09:00:00+08:00'],
    ['at night, when it is urgent', '2020-10-16T23:00:00+08:00', true, '2020-10-16T23:00:00+08:00'],
  ])('waits for the end of the quiet hours: %s', async (_, now, urgent, expected) => {
    await wantsMail(clerk);
    o.world.clock.set(now);
    const { noticeId } = await o.notify(desk(), { urgent });
    expect((await deliveriesOf(noticeId))[0]?.notBefore).toEqual(new Date(expected));
  });
});

test('five hundred notices are told by as many statements as one', async () => {
  const units = await o.rows<{ organizationId: string }>(
    `select organization_id as "organizationId" from organization.organization
     where cardinality(affiliation_path) = 2 and status = 'ACTIVE' order by 1`,
  );
  const about = (at: number) => ({ type: 'Receipt', id: `${o.world.ids.next()}.${at}`, obligation: 'ACKNOWLEDGE' });
  const many = Array.from({ length: 500 }, (_, at) => {
    const { organizationId = '' } = units[at % units.length] ?? {};
    return reminder(o, { addressees: [{ to: 'UNIT_DESK', organizationId }], about: about(at) });
  });
  const one = await statementsOf(() => deliver([reminder(o, { addressees: desk() })]));
  expect(await statementsOf(() => deliver(many))).toHaveLength(one.length);
  const [told] = await o.rows<{ count: number }>(
    'select count(distinct notice_id)::int as count from organization.inbox_notice where notice_id = any($1)',
    [many.map(({ noticeId }) => noticeId)],
  );
  expect(told).toEqual({ count: 500 });
});

describe('the second wall', () => {
  const seen = async (actor: PersonActor, table: string, noticeId: string): Promise<number> => {
    const rows = await o.world
      .context('organization', actor)
      .read((tx) => tx.query(`select distinct notice_id from organization.${table} where notice_id = $1`, [noticeId]));
    return rows.length;
  };
  const TABLES = ['notice', 'inbox_notice', 'notice_delivery'];
  const seenIn = async (actor: PersonActor, noticeId: string) =>
    Promise.all(TABLES.map((table) => seen(actor, table, noticeId)));

  test('shows a notice to whom it was sent, to nobody beside him, and to the office that it was told', async () => {
    const { noticeId } = await o.notify(desk());
    expect(await seenIn(clerk, noticeId)).toEqual([1, 1, 1]);
    expect(await seenIn(leader, noticeId)).toEqual([0, 0, 0]);
    expect(await seenIn(checker, noticeId)).toEqual([1, 0, 1]);
    for (const administrator of [o.admin, o.security, o.auditor]) {
      expect(await seenIn(administrator, noticeId)).toEqual([0, 0, 0]);
    }
  });

  test('lets nobody mark what is another’s', async () => {
    const { noticeId } = await o.notify(desk());
    for (const actor of [leader, checker]) {
      const changed = await o.world
        .context('organization', actor)
        .transaction((tx) =>
          tx.execute('update organization.inbox_notice set read_at = $2 where notice_id = $1', [noticeId, tx.now]),
        );
      expect(changed).toBe(0);
    }
  });
});
