import type { CalendarContent } from '@hub/contracts';
import { DEFAULT_OFFICE_HOURS, STANDARD_TIME_RULES } from '@hub/core';
import { type Recounted, recountTerms, remindDue } from '@hub/deadlines';
import { keepTimeRules } from '@hub/persistence';
import { createLogger } from '@hub/runtime';

import { receiptBook } from '../../../subgraphs/dispatch/src/data/deadline-book';
import { receiptTerms } from '../../../subgraphs/dispatch/src/usecases/recount-receipts';
import { createTestWorld, systemActor, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

// The calendar changes under deadlines that run: those that terms set are counted anew, once, and everybody is told.

let world: TestWorld;
let desk: Office;
let revision = 0;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
});

beforeEach(async () => {
  desk = await openOffice(world, 4);
  // Thursday morning: the signature is due on Friday at 18:00, feedback on the 29th.
  world.clock.set('2020-10-15T09:00:00+08:00');
  await change([]);
  await recounted();
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const at = (text: string) => new Date(`2020-10-${text}:00+08:00`);
const FEEDBACK = { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } } as const;

const change = (overrides: CalendarContent['overrides'], years: CalendarContent['years'] = []): Promise<boolean> => {
  revision += 1;
  const content = {
    ...STANDARD_TIME_RULES,
    officeHours: [...DEFAULT_OFFICE_HOURS],
    overrides,
    years,
    dutyPeriods: [],
  };
  return world
    .context('dispatch', systemActor(desk.committeeId, 'directory'))
    .transaction((tx) => keepTimeRules(tx, 'dispatch', 'CALENDAR', { revision, content }));
};

/** Friday is off after all. */
const closeFriday = () => change([{ date: '2020-10-16', workday: false, note: '全市停工' }]);

const host = () => {
  const { database } = world.subgraph('dispatch');
  return { database, clock: world.clock, ids: world.ids, book: { ...receiptBook, terms: receiptTerms } };
};

const batch = (limit?: number): Promise<Recounted> => recountTerms(host(), desk.committeeId, 'test', limit);

/** Lets one worker do what there is; how many it moved. */
async function recounted(limit?: number): Promise<number> {
  let moved = 0;
  for (let finished = false; !finished; ) {
    const done = await batch(limit);
    moved += done.moved;
    finished = done.finished;
  }
  return moved;
}

const limits = async (paper: Paper, unit = 0) => {
  const { acknowledge_due_at: signBy, feedback_due_at: feedbackBy } = await paper.row(unit);
  return [signBy, feedbackBy];
};

const moves = (paper: Paper) =>
  world.database.query<{ organizationId: string; obligation: string }>(
    `select organization_id as "organizationId", obligation, from_due_at as "from", to_due_at as "to", reason,
            from_calendar <> to_calendar as "otherCalendar", moved_by_name as "by"
     from dispatch.deadline_move where subject_id = $1 order by obligation, organization_id`,
    [paper.documentId],
  );

const notices = async (paper: Paper) =>
  (
    await world.database.query<{ payload: Record<string, unknown> }>(
      `select payload from dispatch.outbox
       where aggregate_id = $1 and event = 'hub.notice-requested' and payload->>'kind' = 'DEADLINE_MOVED' order by id`,
      [paper.documentId],
    )
  ).map(({ payload }) => payload);

test('what terms set moves with its history, its act and a notice to the unit', async () => {
  const paper = await issuePaper(world, desk, FEEDBACK);
  await closeFriday();
  expect(await recounted()).toBe(8);
  expect(await limits(paper)).toEqual([at('19T18:00'), at('30T18:00')]);
  const why = { reason: `工作日历更新（第 ${revision} 版），按现行安排重新计算`, otherCalendar: true, by: '工作日历' };
  expect((await moves(paper)).filter(({ organizationId }) => organizationId === desk.units[0]?.organizationId)).toEqual(
    [
      expect.objectContaining({ obligation: 'ACKNOWLEDGE', from: at('16T18:00'), to: at('19T18:00'), ...why }),
      expect.objectContaining({ obligation: 'FEEDBACK', from: at('29T18:00'), to: at('30T18:00'), ...why }),
    ],
  );
  const acts = await world.database.query<{ before: object; after: { parts: string[] } }>(
    `select before, after from dispatch.audit where object_id = $1 and action = 'recountDeadlines' order by id`,
    [paper.documentId],
  );
  expect(acts).toHaveLength(2);
  expect(acts[0]?.after.parts).toHaveLength(4);
  const told = await notices(paper);
  expect(new Set(told.map(({ noticeId }) => noticeId)).size).toBe(8);
  const toFirst = told.filter(({ addressees }) =>
    JSON.stringify(addressees).includes(desk.units[0]?.organizationId ?? ''),
  );
  expect(toFirst).toMatchObject([
    { kind: 'DEADLINE_MOVED', level: 0, addressees: [{ to: 'UNIT_DESK' }], dueAt: at('19T18:00').toISOString() },
    { about: { obligation: 'FEEDBACK' }, body: expect.stringContaining('原期限为2020-10-29 18:00') },
  ]);
});

test('once: who comes again finds nothing to do, and a change that moves nothing moves nothing', async () => {
  const paper = await issuePaper(world, desk);
  await closeFriday();
  expect([await recounted(), await recounted()]).toEqual([4, 0]);
  await change([
    { date: '2020-10-16', workday: false, note: '全市停工' },
    { date: '2020-12-01', workday: false, note: '停电' },
  ]);
  expect(await recounted()).toBe(0);
  expect(await moves(paper)).toHaveLength(4);
});

test('what was stated or granted stands, and what is due is past', async () => {
  const stated = await issuePaper(world, desk, { ...FEEDBACK, feedbackDueOn: '2020-10-30' });
  const granted = await issuePaper(world, desk, FEEDBACK);
  await granted.act(granted.clerk(0), 'requestExtension', 0, { until: '2020-11-06', reason: '数据尚在汇总' });
  await granted.act(granted.office('OFFICE_CHECKER'), 'decideExtension', 0, { granted: true });
  world.clock.set('2020-10-16T18:00:00+08:00');
  await closeFriday();
  expect(await recounted()).toBe(3);
  expect(await limits(stated)).toEqual([at('16T18:00'), at('30T18:00')]);
  expect(await limits(granted, 0)).toEqual([at('16T18:00'), new Date('2020-11-06T18:00:00+08:00')]);
  expect(await limits(granted, 1)).toEqual([at('16T18:00'), at('30T18:00')]);
});

test('a reminder that was sent stays sent, and the next comes by the new clock', async () => {
  const paper = await issuePaper(world, desk);
  const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };
  const sweepAt = async (time: string): Promise<string[]> => {
    world.clock.set(at(time).toISOString());
    while ((await remindDue(host(), desk.committeeId, run)).seen > 0);
    const entries = await world.database.query<{ step: string }>(
      'select step from dispatch.reminder where subject_id = $1 and organization_id = $2 order by planned_at',
      [paper.documentId, desk.units[0]?.organizationId],
    );
    return entries.map(({ step }) => step);
  };
  expect(await sweepAt('16T09:45')).toEqual(['HALF']);
  await closeFriday();
  expect(await recounted()).toBe(4);
  expect(await sweepAt('16T18:00')).toEqual(['HALF']);
  expect(await sweepAt('19T17:59')).toEqual(['HALF']);
  expect(await sweepAt('19T18:00')).toEqual(['HALF', 'END']);
});

test('whoever takes it up where another died goes on from there', async () => {
  const paper = await issuePaper(world, desk);
  await closeFriday();
  expect(await batch(1)).toEqual({ finished: false, moved: 1 });
  const dies = () => Promise.reject(new Error('died in its batch'));
  const dying = recountTerms({ ...host(), book: { ...host().book, describe: dies } }, desk.committeeId, 'test', 1);
  await expect(dying).rejects.toThrow('died in its batch');
  expect(await recounted(1)).toBe(3);
  expect(await moves(paper)).toHaveLength(4);
});

test('two workers at once move each deadline once and tell it once', async () => {
  const papers = [await issuePaper(world, desk, FEEDBACK), await issuePaper(world, desk, FEEDBACK)];
  await closeFriday();
  const [first = 0, second = 0] = await Promise.all([recounted(1), recounted(1)]);
  expect(first + second).toBe(16);
  for (const paper of papers) {
    expect(await moves(paper)).toHaveLength(8);
    expect(await notices(paper)).toHaveLength(8);
  }
});

test('a change that comes in the middle begins it anew', async () => {
  const paper = await issuePaper(world, desk);
  await closeFriday();
  await batch(2);
  await change([]);
  expect(await recounted(2)).toBe(2);
  expect(await limits(paper, 0)).toEqual([at('16T18:00'), null]);
  expect(new Set((await moves(paper)).map(({ organizationId }) => organizationId)).size).toBe(2);
});

const LIMITS = `query ($id: ID!) { receipt(id: $id) {
  acknowledgeDueAt
  clock { obligation basis countedBy isProvisional isByPresentCalendar countedDays countedDaysLate
    days { date counted text } daysLate { date counted hours text } }
  deadlineMoves { obligation fromDueAt toDueAt reason movedByName }
} }`;

const seenByUnit = async (paper: Paper) => {
  const { data } = await world.graphql('dispatch', paper.clerk(0), LIMITS, { id: paper.receiptId(0) });
  return data?.receipt as { clock: object | null; deadlineMoves: object[] };
};

test('a limit that rests on an expected year says so, and is counted anew when the notice comes', async () => {
  const year = (provisional: boolean, toOn: string): CalendarContent['years'] => [
    {
      year: 2027,
      source: '按惯例预计',
      provisional,
      holidays: [{ name: '元旦', off: ['2027-01-01', toOn], makeUp: [] }],
    },
  ];
  await change([], year(true, '2027-01-03'));
  world.clock.set('2026-12-31T10:00:00+08:00');
  const paper = await issuePaper(world, desk);
  expect(await seenByUnit(paper)).toMatchObject({
    acknowledgeDueAt: '2027-01-04T18:00:00.000+08:00',
    clock: { basis: 'TERM', isProvisional: true, isByPresentCalendar: true },
    deadlineMoves: [],
  });
  await change([], year(false, '2027-01-04'));
  expect(await recounted()).toBe(4);
  expect(await seenByUnit(paper)).toMatchObject({
    acknowledgeDueAt: '2027-01-05T18:00:00.000+08:00',
    clock: { isProvisional: false, isByPresentCalendar: true },
    deadlineMoves: [
      {
        obligation: 'ACKNOWLEDGE',
        fromDueAt: '2027-01-04T18:00:00.000+08:00',
        toDueAt: '2027-01-05T18:00:00.000+08:00',
        movedByName: '工作日历',
      },
    ],
  });
});

test('why it is late stands day by day, until it is owed no more', async () => {
  const paper = await issuePaper(world, desk);
  world.clock.set('2020-10-20T10:00:00+08:00');
  expect((await seenByUnit(paper)).clock).toMatchObject({
    obligation: 'ACKNOWLEDGE',
    basis: 'TERM',
    countedBy: 'WORKDAYS',
    countedDays: 1,
    countedDaysLate: 2,
    days: [
      { date: '2020-10-15', counted: false, text: '起算当日不计' },
      { date: '2020-10-16', counted: true, text: '第 1 个工作日' },
    ],
    daysLate: [
      { date: '2020-10-16', counted: false },
      { date: '2020-10-17', counted: false, text: '周末' },
      { date: '2020-10-18', counted: false, text: '周末' },
      { date: '2020-10-19', counted: true, hours: 7 },
      { date: '2020-10-20', counted: true, hours: 1.5 },
    ],
  });
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  expect((await seenByUnit(paper)).clock).toBeNull();
});

test('what was told of a move is done when the thing is done', async () => {
  const paper = await issuePaper(world, desk);
  await closeFriday();
  await recounted();
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const settled = await world.database.query<{ about: object }>(
    `select payload->'about' as about from dispatch.outbox where event = 'hub.notices-settled' and aggregate_id = $1`,
    [paper.documentId],
  );
  expect(settled).toEqual([{ about: { type: 'Receipt', id: paper.receiptId(0), obligation: 'ACKNOWLEDGE' } }]);
});
