import type { PersonActor } from '@hub/core';

import { unitLogin } from '../../../infra/seed/organization';
import { someId } from '../../support';
import { createNoticeWorld, type NoticeWorld } from './notice-world';
import { signedIn } from './sessions';

let o: NoticeWorld;
let clerk: PersonActor;
let leader: PersonActor;
const ended: AbortController[] = [];
let order = 0;

beforeAll(async () => {
  o = await createNoticeWorld();
});
/** People of a unit of its own for each test, on the morning of a working day. */
beforeEach(async () => {
  o.world.clock.set('2020-10-15T09:00:00+08:00');
  order += 1;
  clerk = (await signedIn(o, unitLogin(order))).actor;
  leader = (await signedIn(o, `${unitLogin(order)}-leader`)).actor;
});
afterEach(() => {
  for (const each of ended.splice(0)) each.abort();
  expect(o.world.faults).toEqual([]);
});
afterAll(() => o.world.close());

const HOUR = 3_600_000;
const LIST = `query ($filter: NoticeFilterInput, $first: Int, $after: String) {
  notices(filter: $filter, first: $first, after: $after) {
    nodes { id title remark delegated doneBy readAt receipt { id } earlier { id } }
    totalCount pageInfo { hasNextPage endCursor }
  }
}`;
const COUNTS = '{ noticeCounts { unread open overdue } }';
const READ = 'mutation ($noticeIds: [ID!]) { readNotices(noticeIds: $noticeIds) { unread open overdue } }';
const DONE = 'mutation ($noticeId: ID!) { markNoticeDone(noticeId: $noticeId) { id doneBy doneAt readAt } }';

interface Listed {
  readonly notices: {
    readonly nodes: readonly { readonly id: string; readonly earlier: readonly { readonly id: string }[] }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
  };
}

const list = async (filter: object | null = null, actor = clerk, page: object = {}) =>
  (await o.ask<Listed>(actor, LIST, { filter, ...page })).notices;
const listed = async (filter: object | null = null, actor = clerk) =>
  (await list(filter, actor)).nodes.map(({ id }) => id);
const counts = async (actor = clerk) =>
  (await o.ask<{ noticeCounts: { unread: number; open: number; overdue: number } }>(actor, COUNTS)).noticeCounts;

/** Asks for a notice to the clerk, an hour after the one before. */
const tell = async (change: Parameters<NoticeWorld['notify']>[1] = {}) => {
  o.world.clock.advance(HOUR);
  return o.notify([{ to: 'UNIT_DESK', organizationId: clerk.organizationId }], change);
};

describe('the list', () => {
  test('shows what is open, the newest first, with a link to the thing, to whom it was sent and nobody else', async () => {
    const [first, second] = [await tell(), await tell({ title: '请反馈' })];
    expect(await list()).toMatchObject({
      totalCount: 2,
      nodes: [
        { id: second.noticeId, title: '请反馈', receipt: { id: second.about.id }, delegated: false, doneBy: null },
        { id: first.noticeId, receipt: { id: first.about.id }, readAt: null, earlier: [] },
      ],
    });
    expect(await listed(null, leader)).toEqual([]);
  });

  test('is paged by its cursor, nothing twice and nothing left out', async () => {
    const told = [await tell(), await tell(), await tell()].map(({ noticeId }) => noticeId);
    const one = await list(null, clerk, { first: 2 });
    const two = await list(null, clerk, { first: 2, after: one.pageInfo.endCursor });
    expect([...one.nodes, ...two.nodes].map(({ id }) => id)).toEqual([...told].reverse());
    expect(two.pageInfo).toMatchObject({ hasNextPage: false });
  });

  test('is narrowed by kind and by what has become of it', async () => {
    const [reminder, moved, gone] = [await tell(), await tell({ kind: 'DEADLINE_MOVED' }), await tell()];
    await o.settle(gone.about);
    await o.ask(clerk, READ, { noticeIds: [reminder.noticeId] });
    expect(await listed({ kinds: ['DEADLINE_MOVED'] })).toEqual([moved.noticeId]);
    expect(await listed({ state: 'UNREAD' })).toEqual([moved.noticeId]);
    expect(await listed({ state: 'OPEN' })).toEqual([moved.noticeId, reminder.noticeId]);
    expect(await list({ state: 'DONE' })).toMatchObject({ nodes: [{ id: gone.noticeId, doneBy: 'SETTLED' }] });
    expect(await listed({ state: 'ALL' })).toEqual([gone.noticeId, moved.noticeId, reminder.noticeId]);
  });

  test('of who was told instead says why', async () => {
    const checker = (await signedIn(o, 'checker')).actor;
    const { noticeId } = await o.notify([{ to: 'UNIT_DESK', organizationId: someId() }]);
    const { nodes } = await list(null, checker);
    expect(nodes).toEqual([
      expect.objectContaining({ id: noticeId, remark: '本应送单位经办，现无人在岗，转工委办公室处理。' }),
    ]);
  });
});

describe('reminders of one matter', () => {
  test('stand under the newest of them, whichever comes last, and count as one', async () => {
    const first = await tell();
    const third = { noticeId: o.world.ids.next() };
    const second = await tell({ about: first.about, level: 1 });
    await tell({ about: first.about, noticeId: third.noticeId, level: 0 });
    const { nodes, totalCount } = await list();
    expect(nodes.map(({ id, earlier }) => [id, earlier.map((each) => each.id)])).toEqual([
      [second.noticeId, [third.noticeId, first.noticeId]],
    ]);
    expect(totalCount).toBe(1);
    expect(await counts()).toMatchObject({ unread: 1, open: 1 });
    const other = await tell({ about: { ...first.about, obligation: 'FEEDBACK' } });
    expect(await listed()).toEqual([other.noticeId, second.noticeId]);
  });

  test('are read and done together, and a later one is open again', async () => {
    const first = await tell();
    const second = await tell({ about: first.about });
    await o.ask(clerk, READ, { noticeIds: [second.noticeId] });
    expect(await listed({ state: 'UNREAD' })).toEqual([]);
    await o.ask(clerk, DONE, { noticeId: second.noticeId });
    expect(await listed({ state: 'OPEN' })).toEqual([]);
    const again = await tell({ about: first.about });
    expect(await list({ state: 'ALL' })).toMatchObject({
      nodes: [
        { id: again.noticeId, earlier: [], doneBy: null },
        { id: second.noticeId, earlier: [{ id: first.noticeId }], doneBy: 'PERSON' },
      ],
    });
  });
});

test('counts say what is unread, what is open and what is late', async () => {
  const now = o.world.clock.now().getTime();
  const due = (hours: number) => ({ dueAt: new Date(now + hours * HOUR).toISOString() });
  const late = await tell(due(2));
  await tell(due(3));
  await tell({ dueAt: null });
  expect(await counts()).toEqual({ unread: 3, open: 3, overdue: 1 });
  expect(await o.ask(clerk, READ, { noticeIds: [late.noticeId] })).toEqual({
    readNotices: { unread: 2, open: 3, overdue: 1 },
  });
  expect(await o.ask(clerk, READ)).toEqual({ readNotices: { unread: 0, open: 3, overdue: 1 } });
});

test('news is done when it is read, and what is to be done is not', async () => {
  const about = { type: 'ReportTask', id: someId(), obligation: 'REPORT' };
  const assigned = await tell({ kind: 'ASSIGNED', about });
  const changed = await tell({ kind: 'CHANGED', about });
  const owed = await tell();
  const another = await tell({ kind: 'CHANGED', about: { ...about, id: someId() } });
  const over = await tell({ kind: 'CHANGED', about: { ...about, id: someId() } });
  await o.settle(over.about);
  await o.ask(clerk, READ, { noticeIds: [changed.noticeId, over.noticeId] });
  expect(await listed({ state: 'OPEN' })).toEqual([another.noticeId, owed.noticeId]);
  await o.ask(clerk, READ);
  expect(await list({ state: 'ALL' })).toMatchObject({
    nodes: [
      { id: over.noticeId, doneBy: 'SETTLED', readAt: expect.any(String) },
      { id: another.noticeId, doneBy: 'PERSON' },
      { id: owed.noticeId, doneBy: null, readAt: expect.any(String) },
      { id: changed.noticeId, doneBy: 'PERSON', earlier: [{ id: assigned.noticeId }] },
    ],
  });
});

describe('what somebody says of a notice', () => {
  test('is done by himself, leaves an act, and is the same when it is said again', async () => {
    const { noticeId } = await tell();
    const done = await o.ask(clerk, DONE, { noticeId });
    expect(done).toMatchObject({ markNoticeDone: { id: noticeId, doneBy: 'PERSON', readAt: expect.any(String) } });
    o.world.clock.advance(HOUR);
    expect(await o.ask(clerk, DONE, { noticeId })).toEqual(done);
    expect(await o.rows('select action from organization.audit where object_id = $1', [noticeId])).toEqual([
      { action: 'markNoticeDone' },
    ]);
  });

  test('is refused of another’s, as of one that is not there', async () => {
    const { noticeId } = await tell();
    for (const id of [noticeId, someId(), 'x']) {
      expect(await o.refusal(leader, DONE, { noticeId: id })).toBe('NOTICE_NOT_FOUND');
      expect(await o.refusal(leader, READ, { noticeIds: [id] })).toBe('NOTICE_NOT_FOUND');
    }
    const many = Array.from({ length: 201 }, someId);
    expect(await o.refusal(clerk, READ, { noticeIds: many })).toBe('NOTICE_TOO_MANY');
    expect(await counts()).toMatchObject({ unread: 1, open: 1 });
  });

  test('is asked of nobody who keeps the hub', async () => {
    for (const administrator of [o.admin, o.security, o.auditor]) {
      expect(await o.refusal(administrator, LIST)).toBe('ROLE_NOT_ALLOWED');
      expect(await o.refusal(administrator, DONE, { noticeId: someId() })).toBe('ROLE_NOT_ALLOWED');
    }
  });
});

describe('the digest', () => {
  const DIGEST = `query ($from: Date, $to: Date) {
    noticeDigest(from: $from, to: $to) { day kinds { kind total open } mostUrgent { id } }
  }`;
  const digest = async (days: object = {}) =>
    (await o.ask<{ noticeDigest: object[] }>(clerk, DIGEST, days)).noticeDigest;

  test('says by day what came, and of it the most urgent that is open', async () => {
    const due = (day: string) => ({ dueAt: new Date(`${day}T18:00:00+08:00`).toISOString() });
    const gone = await tell({ ...due('2020-10-15'), urgent: true });
    await o.settle(gone.about);
    await tell(due('2020-10-20'));
    const soon = await tell(due('2020-10-17'));
    await tell({ kind: 'DEADLINE_MOVED', dueAt: null });
    o.world.clock.set('2020-10-16T00:30:00+08:00');
    await tell(due('2020-10-17'));
    const pressing = await tell({ ...due('2020-10-30'), urgent: true });
    expect(await digest()).toEqual([
      {
        day: '2020-10-16',
        kinds: [{ kind: 'REMINDER', total: 2, open: 2 }],
        mostUrgent: { id: pressing.noticeId },
      },
      {
        day: '2020-10-15',
        kinds: [
          { kind: 'REMINDER', total: 3, open: 2 },
          { kind: 'DEADLINE_MOVED', total: 1, open: 1 },
        ],
        mostUrgent: { id: soon.noticeId },
      },
    ]);
    expect(await digest({ from: '2020-10-16' })).toHaveLength(1);
    expect(await digest({ to: '2020-10-14' })).toEqual([]);
  });

  test.each([
    ['in the wrong order', { from: '2020-10-16', to: '2020-10-15' }],
    ['too many', { from: '2020-09-15', to: '2020-10-16' }],
  ])('is not asked for days that are %s', async (_, days) => {
    expect(await o.refusal(clerk, DIGEST, days)).toBe('NOTICE_DAYS');
  });
});

describe('whoever watches his inbox', () => {
  const WATCH = 'subscription { noticeChanged { notice { id doneBy readAt } counts { unread open } } }';

  function watch(actor: PersonActor) {
    const leaving = new AbortController();
    ended.push(leaving);
    const caller = { actor, requestId: someId(), idempotencyKey: null };
    const request = { query: WATCH, variables: {}, operationName: null };
    const answers = o.world.subgraph('organization').subscribe(request, caller, leaving.signal);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
    return async (): Promise<any> => ((await answers.next()).value?.data as any)?.noticeChanged;
  }

  test('is told how it is at first, and then what comes, is settled, and what he says on another device', async () => {
    const next = watch(clerk);
    expect(await next()).toEqual({ notice: null, counts: { unread: 0, open: 0 } });
    const told = await tell();
    expect(await next()).toMatchObject({ notice: { id: told.noticeId }, counts: { unread: 1, open: 1 } });
    await o.ask(clerk, READ, { noticeIds: [told.noticeId] });
    expect(await next()).toMatchObject({ notice: { id: told.noticeId }, counts: { unread: 0, open: 1 } });
    await o.settle(told.about);
    expect(await next()).toMatchObject({
      notice: { id: told.noticeId, doneBy: 'SETTLED' },
      counts: { unread: 0, open: 0 },
    });
  });

  test('hears nothing of what others get', async () => {
    const next = watch(leader);
    await next();
    await tell();
    const own = await o.notify([{ to: 'UNIT_LEADER', organizationId: leader.organizationId }]);
    expect(await next()).toMatchObject({ notice: { id: own.noticeId }, counts: { unread: 1, open: 1 } });
  });
});
