import type { Id } from '@hub/core';
import { recountTerms } from '@hub/deadlines';

import { reportsBook } from '../../../subgraphs/reports/src/data/deadline-book';
import { closeTask } from '../../../subgraphs/reports/src/usecases/close-task';
import { extendReport } from '../../../subgraphs/reports/src/usecases/extend-report';
import { pauseTask, resumeTask } from '../../../subgraphs/reports/src/usecases/pause-task';
import { reportTerms } from '../../../subgraphs/reports/src/usecases/recount-reports';
import { openDesk, openReports, REPORTS_MORNING, type ReportsDesk, setCalendar } from './reports-world';
import { filled, openRound, type Round } from './round';

// The calendar changes while units fill in: what it gave its end is counted anew, what people named stands.

let desk: ReportsDesk;
let round: Round;
let revision = 0;

beforeAll(async () => {
  desk = await openReports(4);
});

beforeEach(async () => {
  desk.world.clock.set(new Date(REPORTS_MORNING));
  desk = await openDesk(desk.world, 4);
  await change();
  await recounted();
  // Due on the third working day of November.
  round = await openRound(desk);
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

/** Days that are not worked after all. */
async function change(...days: string[]): Promise<void> {
  revision += 1;
  const overrides = days.map((date) => ({ date, workday: false, note: '全市停工' }));
  await setCalendar(desk, revision, { overrides });
}

async function recounted(limit?: number): Promise<number> {
  const { world, committeeId } = desk;
  const { database } = world.subgraph('reports');
  const host = { database, clock: world.clock, ids: world.ids, book: { ...reportsBook, terms: reportTerms } };
  let moved = 0;
  for (let finished = false; !finished; ) {
    const batch = await recountTerms(host, committeeId, 'test', limit);
    moved += batch.moved;
    finished = batch.finished;
  }
  return moved;
}

const rows = <Row>(sql: string, ...parameters: unknown[]) => desk.world.database.query<Row>(sql, parameters);

async function ends(taskId: Id = round.taskId) {
  const [task] = await rows<{ on: string; at: string }>(
    `select due_on::text as on, to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at
     from reports.report_task where task_id = $1`,
    taskId,
  );
  const reports = await rows<{ first: string; again: string | null; clock: string | null }>(
    `select to_char(r.due_at at time zone 'Asia/Shanghai', 'MM-DD') as first,
            to_char(r.resubmit_due_at at time zone 'Asia/Shanghai', 'MM-DD') as again,
            to_char(k.due_at at time zone 'Asia/Shanghai', 'MM-DD') as clock
     from reports.report r
     left join reports.kept_deadline k
       on (k.subject_id, k.part_id) = (r.task_id, r.organization_id) and k.closed_at is null
     where r.task_id = $1 order by r.organization_name`,
    taskId,
  );
  return { task: `${task?.on} ${task?.at}`, reports: reports.map((row) => [row.first, row.again, row.clock]) };
}

const told = () =>
  rows<{ id: Id }>(
    `select payload->'about'->>'id' as id from reports.outbox
     where committee_id = $1 and event = 'hub.notice-requested' and payload->>'kind' = 'DEADLINE_MOVED'`,
    desk.committeeId,
  );

async function decision() {
  const [task] = await rows<{ version: number }>(
    'select version from reports.report_task where task_id = $1',
    round.taskId,
  );
  return { taskId: round.taskId, expectedVersion: task?.version ?? 0, reason: '统一安排' };
}

const clerk = () => desk.as('OFFICE_CLERK');
const handIn = async (unit: number) => {
  await round.save(unit, filled(unit));
  await round.submit(unit);
};

test('moves the task and what is still waited for by it, and tells those units', async () => {
  await handIn(0);
  const organizationId = desk.units[1]?.organizationId ?? '';
  await extendReport(clerk(), { ...(await decision()), organizationId, dueOn: '2020-11-10' });
  const stated = await openRound(desk, { demand: { dueOn: '2020-11-04' } });
  const before = await rows('select version from reports.report where task_id = $1 order by report_id', round.taskId);
  const heard = (await told()).length;
  await change('2020-11-03');
  expect(await recounted()).toBe(2);
  expect(await ends()).toEqual({
    task: '2020-11-05 11-05 18:00',
    reports: [
      ['11-04', null, null],
      ['11-10', null, '11-10'],
      ['11-05', null, '11-05'],
      ['11-05', null, '11-05'],
    ],
  });
  expect((await ends(stated.taskId)).reports).toEqual(Array(4).fill(['11-04', null, '11-04']));
  expect((await ends(stated.taskId)).task).toBe('2020-11-04 11-04 18:00');
  // Who acts with the old limit in view acts rightly.
  expect(await rows('select version from reports.report where task_id = $1 order by report_id', round.taskId)).toEqual(
    before,
  );
  expect(
    (await told())
      .slice(heard)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(round.reportIds.slice(2).sort());
  const [act] = await rows<{ after: object }>(
    `select after from reports.audit where object_id = $1 and action = 'recountDeadlines'`,
    round.taskId,
  );
  expect(act?.after).toMatchObject({
    parts: desk.units
      .slice(2)
      .map((unit) => unit.organizationId)
      .sort(),
  });
});

test('changes nothing the second time, told again or not', async () => {
  await change('2020-11-03');
  // One at a time, as units hand in between.
  expect(await recounted(1)).toBe(4);
  const before = [await ends(), await told()];
  expect(await recounted()).toBe(0);
  await change('2020-11-03');
  expect(await recounted()).toBe(0);
  expect([await ends(), await told()]).toEqual(before);
});

test('goes back where the correction is taken back', async () => {
  const before = await ends();
  await change('2020-11-03');
  await recounted();
  await change();
  expect(await recounted()).toBe(4);
  expect(await ends()).toEqual(before);
});

test('a return that working days gave its end is counted anew, one that the office dated is not', async () => {
  for (const unit of [0, 1]) await handIn(unit);
  desk.world.clock.set(new Date('2020-11-03T09:00:00+08:00'));
  const sendBack = (unit: number, input: object) =>
    round.act(round.checker, 'returnReport', round.reportIds[unit] ?? '', { reasons: ['INCOMPLETE'], ...input });
  await sendBack(0, {});
  await sendBack(1, { until: '2020-11-06' });
  expect((await ends()).reports.slice(0, 2)).toEqual([
    ['11-04', '11-06', '11-06'],
    ['11-04', '11-06', '11-06'],
  ]);
  await change('2020-11-05');
  expect(await recounted()).toBe(1);
  expect(await ends()).toEqual({
    task: '2020-11-04 11-04 18:00',
    reports: [
      ['11-04', '11-09', '11-09'],
      ['11-04', '11-06', '11-06'],
      ['11-04', null, '11-04'],
      ['11-04', null, '11-04'],
    ],
  });
});

test('a task that waits is counted when it goes on, and then like any other', async () => {
  await pauseTask(clerk(), await decision());
  await change('2020-11-03');
  expect(await recounted()).toBe(0);
  expect((await ends()).task).toBe('2020-11-04 11-04 18:00');
  await resumeTask(clerk(), await decision());
  expect(await ends()).toEqual({ task: '2020-11-05 11-05 18:00', reports: Array(4).fill(['11-05', null, '11-05']) });
  await change('2020-11-03', '2020-11-05');
  expect(await recounted()).toBe(4);
  expect(await ends()).toEqual({ task: '2020-11-06 11-06 18:00', reports: Array(4).fill(['11-06', null, '11-06']) });
});

test('what is closed stays as it was', async () => {
  await closeTask(clerk(), await decision());
  const before = await ends();
  await change('2020-11-03');
  expect(await recounted()).toBe(0);
  expect(await ends()).toEqual(before);
});
