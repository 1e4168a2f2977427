import type { Id } from '@hub/core';

import { ReportTaskRepository } from '../../../subgraphs/reports/src/data/report-task.repository';
import { TaskReportsRepository } from '../../../subgraphs/reports/src/data/task-reports.repository';
import { closeTask } from '../../../subgraphs/reports/src/usecases/close-task';
import { previewTask } from '../../../subgraphs/reports/src/usecases/open-task';
import { pauseTask } from '../../../subgraphs/reports/src/usecases/pause-task';
import { prepareTask } from '../../../subgraphs/reports/src/usecases/prepare-task';
import { writeTask } from '../../../subgraphs/reports/src/usecases/write-task';
import { someoneWaits } from '../../support';
import { eventually } from '../../support/eventually';
import { reasonOf } from '../dispatch/refusal';
import { hearOwn, ToldPaper } from './paper-answers';
import { openDesk, openReports, REPORTS_MORNING, type ReportsDesk } from './reports-world';
import { FIELDS, filled, openRound, type Round } from './round';

const UNITS = 6;

let desk: ReportsDesk;
let paper: ToldPaper;

beforeAll(async () => {
  desk = await openReports(UNITS);
});

beforeEach(async () => {
  desk.world.clock.set(new Date(REPORTS_MORNING));
  desk = await openDesk(desk.world, UNITS);
  paper = new ToldPaper(desk);
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const rows = <Row = Record<string, unknown>>(sql: string, ...values: unknown[]) =>
  desk.world.database.query<Row>(sql, values);
const taskOf = async (taskId: Id) => (await rows('select * from reports.report_task where task_id = $1', taskId))[0];

const SPECIAL = { title: '贯彻落实情况', dueOn: '2020-11-10', duplicateReason: '各项口径不同' };

async function openFrom(kind: 'SPECIAL' | 'MONTHLY' = 'SPECIAL'): Promise<Id> {
  return desk.open(await desk.template(FIELDS, kind), { ...SPECIAL, documentId: paper.documentId });
}

/** A task that the paper bears, as units answer it through the graph. */
async function roundOf(kind: 'SPECIAL' | 'MONTHLY' = 'SPECIAL', signatureNeeded = false): Promise<Round> {
  return openRound(desk, { kind, signatureNeeded, demand: { ...SPECIAL, documentId: paper.documentId } });
}

const statesOf = async (taskId: Id): Promise<Record<number, string>> => {
  const found = await rows<{ organization_id: Id; state: string }>(
    'select organization_id, state from reports.report where task_id = $1',
    taskId,
  );
  return desk.units.map(
    ({ organizationId }) => found.find((row) => row.organization_id === organizationId)?.state ?? '',
  );
};

const allUnits = Array.from({ length: UNITS }, (_, unit) => unit);
const closing = async (taskId: Id) => ({ taskId, expectedVersion: Number((await taskOf(taskId))?.version) });

describe('a paper that was issued', () => {
  test('bears a task, which bears its number', async () => {
    expect(await reasonOf(openFrom())).toBe('DOCUMENT_NOT_ISSUED');
    await paper.issued();
    expect(await taskOf(await openFrom())).toMatchObject({
      document_id: paper.documentId,
      document_number: '市直党工委〔2020〕7号',
      document_title: '关于报送落实情况的通知',
    });
  });

  test('and is told of twice is one paper, as it was issued', async () => {
    await paper.issued();
    await paper.issued({ title: '另一个标题' });
    expect(await taskOf(await openFrom())).toMatchObject({ document_title: '关于报送落实情况的通知' });
  });
});

describe('feedback that was accepted', () => {
  beforeEach(() => paper.issued());

  /** A unit in each state, in the order of the units. */
  async function allStates(): Promise<Round> {
    const round = await roundOf('SPECIAL', true);
    const act = (unit: number, mutation: Parameters<Round['act']>[1], input = {}) => {
      const by = mutation === 'signReport' ? round.leader(unit) : round.clerk(unit);
      return round.act(by, mutation, round.reportIds[unit] as Id, input);
    };
    for (const unit of [1, 2, 3, 4, 5]) {
      await round.save(unit, filled(3));
      await act(unit, 'sendReportForReview');
      if (unit > 1) await act(unit, 'signReport');
      if (unit > 2) expect(await round.submit(unit)).toMatchObject({ state: 'SUBMITTED' });
    }
    await round.act(round.checker, 'returnReport', round.reportIds[4] as Id, { reasons: ['INCOMPLETE'] });
    await round.act(round.checker, 'acceptReport', round.reportIds[5] as Id);
    return round;
  }

  test('settles what is still owed, in whatever state, and leaves what was handed in', async () => {
    const round = await allStates();
    const before = ['DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'SUBMITTED', 'RETURNED', 'ACCEPTED'];
    expect(await statesOf(round.taskId)).toEqual(before);
    for (const unit of allUnits) await paper.receipt(unit, 'FEEDBACK_ACCEPTED', 5);
    expect(await statesOf(round.taskId)).toEqual(['SETTLED', 'SETTLED', 'SETTLED', 'SUBMITTED', 'SETTLED', 'ACCEPTED']);
    expect(await round.tally()).toEqual({ settled: 4, submitted: 1, accepted: 1, handedIn: 2 });
    const clocks = await rows<{ closed: boolean; close_reason: string }>(
      `select closed_at is not null as closed, close_reason from reports.kept_deadline where subject_id = $1`,
      round.taskId,
    );
    expect(clocks.map(({ closed, close_reason: reason }) => [closed, reason]).sort()).toEqual([
      ...[3, 5].map(() => [true, '已报送']),
      ...[0, 1, 2, 4].map(() => [true, '已随公文反馈']),
    ]);
  });

  test('says so in the trail, and tells of it', async () => {
    const round = await roundOf();
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    const [reportId] = round.reportIds;
    expect(await round.row(reportId as Id)).toMatchObject({ settled_by_receipt: paper.receiptId(0) });
    expect(await rows('select action, before, after from reports.audit where object_id = $1', reportId)).toEqual([
      {
        action: 'settleReport',
        before: { state: 'DRAFT' },
        after: { state: 'SETTLED', settledByReceipt: paper.receiptId(0), receiptVersion: 5 },
      },
    ]);
    const told = await rows<{ payload: object }>(
      `select payload from reports.outbox where aggregate_id = $1 and event = 'reports.report-changed'`,
      reportId,
    );
    expect(told).toEqual([{ payload: expect.objectContaining({ state: 'SETTLED', version: 2 }) }]);
  });

  test('leaves what was asked of the unit in its month, and takes nothing that was said', async () => {
    const round = await roundOf();
    await round.save(0, filled(3));
    const burden = () => rows('select * from reports.unit_burden where unit_id = $1', desk.units[0]?.unitId);
    const before = await burden();
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    expect(await burden()).toEqual(before);
    expect(await round.versions(round.reportIds[0] as Id)).toMatchObject([{ values: { meetings: { number: '3' } } }]);
    expect((await round.save(0, filled(4))).reason).toBe('REPORT_SETTLED');
  });

  test.each([
    'DELIVERED',
    'ACKNOWLEDGED',
    'ASSIGNED',
    'FEEDBACK_SUBMITTED',
    'FEEDBACK_RETURNED',
    'CLOSED',
    'RECALLED',
    'WITHDRAWN',
  ])('is what settles; a receipt that is %s does not', async (state) => {
    const taskId = await openFrom();
    await paper.receipt(0, state, 5);
    expect((await statesOf(taskId))[0]).toBe('DRAFT');
  });

  test('does not settle for another organisation, from another paper, or what recurs', async () => {
    const [taskId, monthly] = [await openFrom(), await openFrom('MONTHLY')];
    const other = new ToldPaper(desk);
    await other.issued();
    await other.receipt(1, 'FEEDBACK_ACCEPTED', 5);
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    expect(await statesOf(taskId)).toEqual(['SETTLED', ...allUnits.slice(1).map(() => 'DRAFT')]);
    expect(await statesOf(monthly)).toEqual(allUnits.map(() => 'DRAFT'));
  });

  test('settles once, however often it is told', async () => {
    const round = await roundOf();
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    const settled = await round.row(round.reportIds[0] as Id);
    desk.world.clock.set('2020-10-16T09:00:00+08:00');
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 6);
    expect(await round.row(round.reportIds[0] as Id)).toEqual(settled);
  });

  test('settles while the task waits, and not once it is over', async () => {
    const taskId = await openFrom();
    await pauseTask(desk.as('OFFICE_CLERK'), { ...(await closing(taskId)), reason: '等候上级通知' });
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    await closeTask(desk.as('OFFICE_CLERK'), { ...(await closing(taskId)), reason: '不再需要' });
    await paper.receipt(1, 'FEEDBACK_ACCEPTED', 5);
    expect((await statesOf(taskId))[0]).toBe('SETTLED');
    expect((await statesOf(taskId))[1]).toBe('DRAFT');
  });
});

describe('an answer that came before the task', () => {
  beforeEach(async () => {
    await paper.issued();
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
  });

  test('settles its report as it is opened: no clock, no burden', async () => {
    const template = await desk.template(FIELDS, 'SPECIAL');
    const demand = desk.demand(template, { ...SPECIAL, documentId: paper.documentId });
    expect((await previewTask(desk.as('OFFICE_CLERK'), demand)).answered).toEqual(
      new Map([[desk.units[0]?.organizationId, paper.receiptId(0)]]),
    );
    const round = await roundOf();
    expect(await round.row(round.reportIds[0] as Id)).toMatchObject({
      state: 'SETTLED',
      settled_by_receipt: paper.receiptId(0),
    });
    expect(await round.tally()).toEqual({ settled: 1, draft: UNITS - 1 });
    const owing = await rows<{ part_id: Id }>(
      'select part_id from reports.kept_deadline where subject_id = $1',
      round.taskId,
    );
    expect(owing.map(({ part_id: id }) => id).sort()).toEqual(
      desk.units
        .slice(1)
        .map(({ organizationId }) => organizationId)
        .sort(),
    );
    const burdened = await rows<{ unit_id: Id }>(
      'select unit_id from reports.unit_burden where committee_id = $1',
      desk.committeeId,
    );
    expect(burdened).toHaveLength(UNITS - 1);
    expect(burdened.map(({ unit_id: id }) => id)).not.toContain(desk.units[0]?.unitId);
  });

  test('leaves nothing to ask where everybody has answered', async () => {
    for (const unit of allUnits.slice(1)) await paper.receipt(unit, 'FEEDBACK_ACCEPTED', 5);
    expect(await reasonOf(openFrom())).toBe('PAPER_ANSWERED');
    expect(await statesOf(await openFrom('MONTHLY'))).toEqual(allUnits.map(() => 'DRAFT'));
  });

  test('counts no more once it was taken back with the paper, until it is given again', async () => {
    await paper.receipt(0, 'WITHDRAWN', 6);
    const taskId = await openFrom();
    expect((await statesOf(taskId))[0]).toBe('DRAFT');
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
    expect((await statesOf(taskId))[0]).toBe('DRAFT');
    await paper.receipt(0, 'FEEDBACK_ACCEPTED', 9);
    expect((await statesOf(taskId))[0]).toBe('SETTLED');
  });
});

test.each([
  ['after', ['FEEDBACK_ACCEPTED', 'WITHDRAWN']],
  ['before it is heard', ['WITHDRAWN', 'FEEDBACK_ACCEPTED']],
])('a paper that is taken back %s asks for nothing again', async (_, states) => {
  await paper.issued();
  const taskId = await openFrom();
  for (const state of states) await paper.receipt(0, state, state === 'WITHDRAWN' ? 6 : 5);
  expect((await statesOf(taskId))[0]).toBe('SETTLED');
});

describe('a task that a paper bore', () => {
  beforeEach(() => paper.issued());

  async function lastTwo(kind: 'SPECIAL' | 'MONTHLY' = 'SPECIAL'): Promise<Round> {
    const round = await roundOf(kind);
    for (const unit of [0, 1, 2, 3, 4]) {
      await round.save(unit, filled(3));
      await round.submit(unit);
    }
    for (const unit of [0, 1, 2, 3]) await accept(round, unit);
    return round;
  }
  const accept = (round: Round, unit: number) => round.act(round.checker, 'acceptReport', round.reportIds[unit] as Id);

  test('closes itself when the last is done, accepted or settled, both at once', async () => {
    const { taskId, ...round } = await lastTwo();
    await hearOwn(desk);
    expect(await taskOf(taskId)).toMatchObject({ state: 'OPEN' });
    await Promise.all([accept({ taskId, ...round }, 4), paper.receipt(5, 'FEEDBACK_ACCEPTED', 5)]);
    await hearOwn(desk);
    expect(await taskOf(taskId)).toMatchObject({ state: 'CLOSED', close_reason: null, version: 2 });
    const closed = await rows(
      `select after from reports.audit where object_id = $1 and action = 'closeReportTask'`,
      taskId,
    );
    expect(closed).toEqual([expect.objectContaining({ after: expect.objectContaining({ allDone: true }) })]);
  });

  test('closes also while it waits', async () => {
    const { taskId, ...round } = await lastTwo();
    await pauseTask(desk.as('OFFICE_CLERK'), { ...(await closing(taskId)), reason: '等候上级通知' });
    await accept({ taskId, ...round }, 4);
    await paper.receipt(5, 'FEEDBACK_ACCEPTED', 5);
    await hearOwn(desk);
    expect(await taskOf(taskId)).toMatchObject({ state: 'CLOSED', paused_at: null });
  });

  test('closes when the last that was waited for is exempt', async () => {
    const round = await lastTwo();
    await accept(round, 4);
    await round.act(round.checker, 'exemptReport', round.reportIds[5] as Id, { reason: '机构改革，职能划转' });
    await hearOwn(desk);
    expect(await taskOf(round.taskId)).toMatchObject({ state: 'CLOSED', close_reason: null });
  });

  test('and that recurs is closed by a person', async () => {
    const round = await lastTwo('MONTHLY');
    await accept(round, 4);
    await round.save(5, filled(3));
    await round.submit(5);
    await accept(round, 5);
    await hearOwn(desk);
    expect(await round.tally()).toMatchObject({ accepted: UNITS });
    expect(await taskOf(round.taskId)).toMatchObject({ state: 'OPEN' });
  });
});

describe('two at once', () => {
  beforeEach(() => paper.issued());

  /** Somebody waits for a row that another transaction holds. */
  const rowAwaited = async () =>
    (
      await rows<{ waits: boolean }>(
        `select exists (select from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and wait_event <> 'advisory') as waits`,
      )
    )[0]?.waits;

  test('an answer that comes while a task is opened waits, and settles it', async () => {
    const template = await desk.template(FIELDS, 'SPECIAL');
    const clerk = desk.as('OFFICE_CLERK');
    const { answer, taskId } = await clerk.transaction(async (tx) => {
      await new ReportTaskRepository(tx).holdAsking();
      const prepared = await prepareTask(
        tx,
        tx.now,
        desk.demand(template, { ...SPECIAL, documentId: paper.documentId }),
      );
      const answer = paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
      await eventually(async () => expect(await someoneWaits(desk.world.database)).toBe(true));
      const opening = { planId: null, accountId: null, name: '王五', duplicateReason: null };
      return { answer, taskId: await writeTask(tx, clerk.ids, prepared, opening) };
    });
    await answer;
    expect((await statesOf(taskId))[0]).toBe('SETTLED');
  });

  test('an answer that comes while a task is closed waits, without a deadlock, and finds it closed', async () => {
    const taskId = await openFrom();
    const { answer } = await desk.as('OFFICE_CLERK').transaction(async (tx) => {
      const tasks = new ReportTaskRepository(tx);
      const task = await tasks.lock(taskId);
      const answer = paper.receipt(0, 'FEEDBACK_ACCEPTED', 5);
      await eventually(async () => expect(await rowAwaited()).toBe(true));
      expect(await new TaskReportsRepository(tx, taskId).lockPending()).toHaveLength(UNITS);
      await tasks.update(task, { state: 'CLOSED', closedAt: tx.now });
      return { answer };
    });
    await answer;
    expect((await statesOf(taskId))[0]).toBe('DRAFT');
  });

  test('answers, acceptances and the end come together, and what is counted is what is', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const round = await roundOf();
      for (const unit of [0, 1, 2]) {
        await round.save(unit, filled(3));
        await round.submit(unit);
      }
      const answers = allUnits.map((unit) => paper.receipt(unit, 'FEEDBACK_ACCEPTED', 5));
      const accepted = [0, 1, 2].map((unit) => round.act(round.checker, 'acceptReport', round.reportIds[unit] as Id));
      const end = closeTask(desk.as('OFFICE_CLERK'), { ...(await closing(round.taskId)), reason: '不再需要' });
      await Promise.all([...answers, end]);
      expect((await Promise.all(accepted)).map(({ reason }) => reason)).toEqual([null, null, null]);
      await hearOwn(desk);
      expect(await taskOf(round.taskId)).toMatchObject({ state: 'CLOSED', version: 2 });
      expect(await round.tally()).toMatchObject({ accepted: 3 });
      paper = new ToldPaper(desk);
      await paper.issued();
    }
  });
});
