import type { Id } from '@hub/core';

import { closeTask } from '../../../subgraphs/reports/src/usecases/close-task';
import { extendReport } from '../../../subgraphs/reports/src/usecases/extend-report';
import { moveDue } from '../../../subgraphs/reports/src/usecases/move-due';
import { pauseTask, resumeTask } from '../../../subgraphs/reports/src/usecases/pause-task';
import { someId } from '../../support';
import { reasonOf } from '../dispatch/refusal';
import { numberField, openDesk, openReports, REPORTS_MORNING, type ReportsDesk } from './reports-world';

let desk: ReportsDesk;
let taskId: Id;

beforeAll(async () => {
  desk = await openReports(3);
});

beforeEach(async () => {
  desk.world.clock.set(new Date(REPORTS_MORNING));
  desk = await openDesk(desk.world, 3);
  taskId = await desk.open(await desk.template([numberField('visits', '走访慰问次数')]), { dueOn: '2020-11-10' });
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const rows = <Row>(sql: string) => desk.world.database.query<Row>(sql, [taskId]);
const clerk = () => desk.as('OFFICE_CLERK');

/** The decision on the newest version. */
async function decision(): Promise<{ taskId: Id; expectedVersion: number }> {
  const [task] = await rows<{ version: number }>('select version from reports.report_task where task_id = $1');
  return { taskId, expectedVersion: task?.version ?? 0 };
}

const pause = async (reason = '等候上级通知') => pauseTask(clerk(), { ...(await decision()), reason });
const resume = async (dueOn?: string) => resumeTask(clerk(), { ...(await decision()), dueOn });
const move = async (dueOn: string, reason = '上级调整安排') =>
  moveDue(clerk(), { ...(await decision()), dueOn, reason });
const close = async (reason?: string) => closeTask(clerk(), { ...(await decision()), reason });
const extend = async (unit: number, dueOn: string, reason = '正在机构改革') =>
  extendReport(clerk(), {
    ...(await decision()),
    organizationId: desk.units[unit]?.organizationId ?? someId(),
    dueOn,
    reason,
  });

/** As if the first unit had handed in, and the second been returned: how they come there is not in question here. */
async function handIn(): Promise<void> {
  const [first, second] = desk.units;
  const handed = `first_submitted_at = '2020-10-20', submitted_at = '2020-10-20'`;
  await desk.world.database.query(
    `update reports.report set state = 'SUBMITTED', ${handed} where task_id = $1 and organization_id = $2`,
    [taskId, first?.organizationId],
  );
  await desk.world.database.query(
    `update reports.report set state = 'RETURNED', ${handed}, resubmit_due_at = '2020-11-12T18:00:00+08:00'
     where task_id = $1 and organization_id = $2`,
    [taskId, second?.organizationId],
  );
  // Handing in ends a clock.
  await desk.world.database.query(
    `update reports.kept_deadline set closed_at = now(), close_reason = '已报送' where subject_id = $1 and part_id = $2`,
    [taskId, first?.organizationId],
  );
}

const task = async () => (await rows('select * from reports.report_task where task_id = $1'))[0];
const dueOf = async () =>
  (await rows<{ due_at: Date }>('select due_at from reports.report where task_id = $1 order by organization_name')).map(
    ({ due_at }) => due_at.toISOString().slice(5, 10),
  );
const clocks = async () =>
  (
    await rows<{ due_at: Date; closed_at: Date | null }>(
      'select due_at, closed_at from reports.kept_deadline where subject_id = $1 order by organization_name',
    )
  ).map(({ due_at, closed_at }) => (closed_at === null ? due_at.toISOString().slice(5, 10) : null));

const acts = async () =>
  (await rows<{ action: string }>('select action from reports.audit where object_id = $1 order by id')).map(
    ({ action }) => action,
  );

describe('a task that is paused', () => {
  test('lets its clocks stand, and goes on with them', async () => {
    await pause();
    expect(await task()).toMatchObject({ state: 'PAUSED', paused_at: expect.any(Date) });
    expect(await clocks()).toEqual([null, null, null]);
    await resume();
    expect(await task()).toMatchObject({ state: 'OPEN', paused_at: null });
    expect(await clocks()).toEqual(['11-10', '11-10', '11-10']);
  });

  test('goes on with another date, for those who have not handed in', async () => {
    await handIn();
    await pause();
    desk.world.clock.set(new Date('2020-11-11T09:00:00+08:00'));
    expect(await reasonOf(resume())).toBe('DUE_PAST');
    await resume('2020-11-20');
    expect(await task()).toMatchObject({ state: 'OPEN', due_basis: 'GRANTED' });
    expect(await dueOf()).toEqual(['11-10', '11-10', '11-20']);
    // The one that was handed in owes nothing; the one that was returned has its own time.
    expect(await clocks()).toEqual([null, '11-12', '11-20']);
  });

  test.each([
    ['paused again', () => pause(), 'TASK_PAUSED'],
    ['moved', () => move('2020-11-20'), 'TASK_PAUSED'],
    ['extended', () => extend(0, '2020-11-20'), 'TASK_PAUSED'],
  ])('is not %s', async (_, act, reason) => {
    await pause();
    expect(await reasonOf(act())).toBe(reason);
  });

  test('is closed', async () => {
    await pause();
    await close('不再需要');
    expect(await task()).toMatchObject({ state: 'CLOSED', paused_at: null });
  });
});

describe('the due date', () => {
  test('moves for those who have not handed in, who are told why', async () => {
    await handIn();
    await move('2020-11-05');
    expect(await task()).toMatchObject({ state: 'OPEN', due_basis: 'GRANTED' });
    expect(await dueOf()).toEqual(['11-10', '11-10', '11-05']);
    const told = await desk.world.database.query<{ payload: { body: string; about: object } }>(
      `select payload from reports.outbox where aggregate_id = $1 and event = 'hub.notice-requested' and payload->>'kind' = 'DEADLINE_MOVED'`,
      [taskId],
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.payload).toMatchObject({
      about: { type: 'Report' },
      body: expect.stringContaining('上级调整安排'),
    });
  });

  test('of one unit is extended, and is not taken back by a later move of all', async () => {
    await extend(2, '2020-11-25');
    expect(await dueOf()).toEqual(['11-10', '11-10', '11-25']);
    expect(await clocks()).toEqual(['11-10', '11-10', '11-25']);
    await move('2020-11-15');
    expect(await dueOf()).toEqual(['11-15', '11-15', '11-25']);
    await move('2020-11-30');
    expect(await dueOf()).toEqual(['11-30', '11-30', '11-30']);
  });

  test.each([
    ['moved into the past', () => move('2020-10-14'), 'DUE_PAST'],
    ['moved without a reason', () => move('2020-11-20', ' '), 'TASK_REASON_REQUIRED'],
    ['extended to the day that stands', () => extend(2, '2020-11-10'), 'DUE_NOT_LATER'],
    ['extended into the past', () => extend(2, '2020-10-14'), 'DUE_PAST'],
    ['extended without a reason', () => extend(2, '2020-11-20', ''), 'TASK_REASON_REQUIRED'],
    ['extended for who handed in', () => extend(0, '2020-11-20'), 'REPORT_NOT_AWAITED'],
    ['extended for who was returned', () => extend(1, '2020-11-20'), 'REPORT_NOT_AWAITED'],
    ['extended for who was not asked', () => extend(9, '2020-11-20'), 'REPORT_NOT_AWAITED'],
  ])('is not %s', async (_, act, reason) => {
    await handIn();
    const before = [await task(), await dueOf(), await clocks()];
    expect(await reasonOf(act())).toBe(reason);
    expect([await task(), await dueOf(), await clocks()]).toEqual(before);
  });
});

describe('a task that is closed', () => {
  test('warns of what is missing, and ends for a reason', async () => {
    await handIn();
    expect(await reasonOf(close())).toBe('REPORTS_MISSING');
    expect(await task()).toMatchObject({ state: 'OPEN' });
    await close('两单位另行掌握');
    expect(await task()).toMatchObject({
      state: 'CLOSED',
      close_reason: '两单位另行掌握',
      closed_at: expect.any(Date),
    });
    expect(await clocks()).toEqual([null, null, null]);
    expect(await acts()).toEqual(['openReportTask', 'closeReportTask']);
  });

  test('needs no reason once nothing is missing', async () => {
    await rows(
      `update reports.report set state = 'ACCEPTED', first_submitted_at = now(), submitted_at = now() where task_id = $1`,
    );
    await close();
    expect(await task()).toMatchObject({ state: 'CLOSED', close_reason: null });
  });

  test.each([
    ['closed again', () => close('再次')],
    ['paused', () => pause()],
    ['resumed', () => resume()],
    ['moved', () => move('2020-11-20')],
    ['extended', () => extend(2, '2020-11-20')],
  ])('is not %s', async (_, act) => {
    await close('不再需要');
    expect(await reasonOf(act())).toBe('TASK_CLOSED');
  });
});

test('a task that waits, goes on or ends is told to those who still owe something, and ends what was told of it', async () => {
  await handIn();
  await pause();
  await resume();
  await close('不再需要');
  const told = await rows<{ title: string; addressees: unknown; at: Date }>(
    `select payload->>'title' as title, (payload->>'requestedAt')::timestamptz as at,
            (select array_agg(a->>'organizationId' order by a->>'organizationId')
             from jsonb_array_elements(payload->'addressees') a) as addressees
     from reports.outbox where aggregate_id = $1 and event = 'hub.notice-requested' and payload->>'kind' = 'CHANGED'
     order by id`,
  );
  expect(told.map(({ title }) => title)).toEqual(
    ['暂停', '恢复', '结束'].map((what) => `【任务${what}】报送：10月份党建工作月报`),
  );
  const owing = desk.units.slice(1).map(({ organizationId }) => organizationId);
  for (const { addressees } of told) expect(addressees).toEqual(owing.sort());
  const [settled] = await rows<{ at: Date }>(
    `select (payload->>'settledAt')::timestamptz as at from reports.outbox
     where aggregate_id = $1 and event = 'hub.notices-settled' and payload->'about'->>'type' = 'ReportTask'`,
  );
  // The news of the end is news: it is not settled by it.
  expect(told.map(({ at }) => at > (settled?.at ?? at))).toEqual([true, true, true]);
});

test('what goes on is not resumed', async () => {
  expect(await reasonOf(resume())).toBe('TASK_NOT_PAUSED');
});

test('a decision on an older version is refused', async () => {
  const old = await decision();
  await move('2020-11-20');
  expect(await reasonOf(closeTask(clerk(), { ...old, reason: '结束' }))).toBe('STALE_VERSION');
  expect(await reasonOf(pauseTask(clerk(), { ...old, reason: '暂停' }))).toBe('STALE_VERSION');
});

test('a task that does not exist is not found, nor is one of another committee', async () => {
  const strange = { expectedVersion: 1, reason: '结束' };
  expect(await reasonOf(closeTask(clerk(), { ...strange, taskId: someId() }))).toBe('TASK_NOT_FOUND');
  const elsewhere = await openDesk(desk.world, 1);
  expect(await reasonOf(closeTask(elsewhere.as('OFFICE_CLERK'), { ...strange, taskId }))).toBe('TASK_NOT_FOUND');
});

test.each(['COMMITTEE_LEADER', 'UNIT_CLERK', 'UNIT_LEADER'] as const)('%s changes no task', async (role) => {
  const input = { ...(await decision()), reason: '结束', dueOn: '2020-11-20', organizationId: someId() };
  for (const act of [closeTask, pauseTask, resumeTask, moveDue, extendReport]) {
    expect(await reasonOf(act(desk.as(role), input))).toBe('ROLE_NOT_ALLOWED');
  }
});
