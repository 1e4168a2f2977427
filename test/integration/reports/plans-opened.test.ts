import type { Id } from '@hub/core';

import { closeTask } from '../../../subgraphs/reports/src/usecases/close-task';
import { endReportPlan } from '../../../subgraphs/reports/src/usecases/plans/end-report-plan';
import { findDuePlans, openDuePlan } from '../../../subgraphs/reports/src/usecases/plans/open-due-plan';
import { pauseReportPlan } from '../../../subgraphs/reports/src/usecases/plans/pause-report-plan';
import { resumeReportPlan } from '../../../subgraphs/reports/src/usecases/plans/resume-report-plan';
import { reviseReportPlan } from '../../../subgraphs/reports/src/usecases/plans/revise-report-plan';
import { retireReportTemplate } from '../../../subgraphs/reports/src/usecases/retire-report-template';
import { jobRun } from '../../support';
import { decisionOn, openPlanDesk, plan, planOf, planRow, visits } from './plan-desk';
import {
  addTemplateVersion,
  numberField,
  openReports,
  type ReportsDesk,
  setCalendar,
  type Template,
} from './reports-world';

let desk: ReportsDesk;
let template: Template;

beforeAll(async () => {
  desk = await openReports(3);
});

beforeEach(async () => {
  ({ desk, template } = await openPlanDesk(desk.world));
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const jobNamed = (name: string) => {
  const job = desk.world.subgraph('reports').jobs.find((each) => each.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job;
};

/** A morning on which the timetable ticks: what the sweep hands out for this committee is done. */
async function tick(day: string): Promise<void> {
  const { clock } = desk.world;
  clock.set(new Date(`${day}T09:00:00+08:00`));
  const handed: { readonly id: string; readonly payload: unknown }[] = [];
  const queue = {
    add: async () => undefined,
    addAll: async (_: unknown, jobs: typeof handed) => void handed.push(...jobs),
  };
  await jobNamed('sweep-plans').run({}, jobRun(`tick-${day}`, clock.now(), queue as never));
  for (const { id, payload } of handed) {
    const { committeeId } = payload as { committeeId: Id };
    if (committeeId === desk.committeeId) await jobNamed('open-plan').run(payload, jobRun(id, clock.now()));
  }
}

const host = () => {
  const { world } = desk;
  return { database: world.subgraph('reports').database, clock: world.clock, ids: world.ids };
};

/** A worker that was handed the plan comes to it now. */
const openNow = (planId: Id) => openDuePlan(host(), { committeeId: desk.committeeId, planId }, 'worker');

interface TaskRow {
  readonly period_key: string;
  readonly due_on: string;
}

const tasks = (planId: Id) =>
  desk.world.database.query<TaskRow>('select * from reports.report_task where plan_id = $1 order by period_key', [
    planId,
  ]);
const dueDates = async (planId: Id) => (await tasks(planId)).map((task) => [task.period_key, task.due_on]);
const periods = async (planId: Id) => (await tasks(planId)).map((task) => task.period_key);

const told = async (planId: Id) =>
  (
    await desk.world.database.query<{ event: string; payload: Record<string, unknown> }>(
      'select event, payload from reports.outbox where aggregate_id = $1 order by id',
      [planId],
    )
  ).map(({ event, payload }) => [event, payload.kind ?? null]);

const HELD_TOLD = ['hub.notice-requested', 'PLAN_HELD'];
const SETTLED = ['hub.notices-settled', null];

const clerk = () => desk.as('OFFICE_CLERK');

describe('a plan opens', () => {
  test('a month on its day and not before, as whoever planned it would', async () => {
    const planId = await plan(desk, template, { requirement: '如实填报' });
    await tick('2020-10-26');
    expect(await periods(planId)).toEqual([]);
    await tick('2020-10-27');
    expect(await tasks(planId)).toMatchObject([
      {
        title: '2020年10月党建工作月报',
        kind: 'MONTHLY',
        period_key: '2020-10',
        requirement: '如实填报',
        asked_count: 3,
        // The third working day of November, and the calendar that says so.
        due_on: '2020-11-04',
        due_basis: 'TERM',
        opened_by_account_id: null,
        opened_by_name: '王五（定期任务）',
      },
    ]);
    const [task] = await tasks(planId);
    expect(await planRow(desk, planId)).toMatchObject({ next_period: '2020-11', next_opens_on: '2020-11-26' });
    const counted = await desk.world.database.query(
      `select (select count(*)::int from reports.report r where r.task_id = t.task_id) as reports,
              (select count(*)::int from reports.kept_deadline k where k.subject_id = t.task_id) as clocks,
              (select sum(draft)::int from reports.report_tally y where y.task_id = t.task_id) as tallied,
              (select sum(b.tasks)::int from reports.unit_burden b where b.committee_id = t.committee_id) as burden,
              (select actor_name from reports.audit a where a.object_id = t.task_id) as by
       from reports.report_task t where t.plan_id = $1`,
      [planId],
    );
    expect(counted).toEqual([{ reports: 3, clocks: 3, tallied: 3, burden: 3, by: 'plans' }]);
    const MINE = '{ unitAsks(month: "2020-11") { nodes { title } } }';
    const { data } = await desk.world.graphql('reports', desk.of(0), MINE);
    expect(data).toMatchObject({ unitAsks: { nodes: [{ title: '2020年10月党建工作月报' }] } });
    await tick('2020-10-27');
    expect(await tasks(planId)).toEqual([task]);
  });

  test('months over the end of a year, each on its day', async () => {
    const planId = await plan(desk, template, { firstPeriod: '2020-11' });
    for (const day of ['2020-11-26', '2020-12-27', '2021-01-27']) await tick(day);
    // The third working day of January comes after its holiday.
    expect(await dueDates(planId)).toEqual([
      ['2020-11', '2020-12-03'],
      ['2020-12', '2021-01-06'],
      ['2021-01', '2021-02-03'],
    ]);
  });

  test('a quarter, by its rule', async () => {
    const quarterly = await desk.template([visits], 'QUARTERLY');
    const planId = await plan(desk, quarterly, { name: '思想状况分析', daysAhead: 0 });
    await tick('2020-12-31');
    expect(await periods(planId)).toEqual([]);
    await tick('2021-01-01');
    expect(await tasks(planId)).toMatchObject([
      { title: '2020年第四季度思想状况分析', period_key: '2020Q4', due_on: '2021-01-08' },
    ]);
    expect(await planRow(desk, planId)).toMatchObject({ next_period: '2021Q1', next_opens_on: '2021-04-01' });
  });

  test('what came due while nothing ran, period by period, with time to answer', async () => {
    const planId = await plan(desk, template);
    await tick('2020-12-28');
    expect(await dueDates(planId)).toEqual([
      ['2020-10', '2020-12-31'],
      ['2020-11', '2020-12-31'],
      ['2020-12', '2021-01-06'],
    ]);
    expect(await planRow(desk, planId)).toMatchObject({ next_period: '2021-01' });
  });

  test('one task, whoever comes at the same moment', async () => {
    const planId = await plan(desk, template);
    desk.world.clock.set(new Date('2020-10-27T09:00:00+08:00'));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => openNow(planId)));
    expect(outcomes.filter((outcome) => outcome === 'OPENED')).toHaveLength(1);
    expect(await periods(planId)).toEqual(['2020-10']);
  });

  test('with the template as it is by then, for those who are there by then', async () => {
    const planId = await plan(desk, template);
    await tick('2020-10-27');
    await addTemplateVersion(desk.world, desk.committeeId, { ...template, number: 2 }, [
      visits,
      numberField('b', '乙'),
    ]);
    await desk.world.database.query(
      'update reports.directory_organization set active = false where organization_id = $1',
      [desk.units[1]?.organizationId],
    );
    await tick('2020-11-26');
    expect(await tasks(planId)).toMatchObject([
      { template_version: 1, asked_count: 3 },
      { template_version: 2, asked_count: 2 },
    ]);
  });

  test('for single organisations too, without those that are gone', async () => {
    const organizations = desk.units.map(({ organizationId }) => ({ organizationId }));
    const planId = await plan(desk, template, { audience: { groups: [], organizations, exclusions: [] } });
    await desk.world.database.query(
      'update reports.directory_organization set active = false where organization_id = $1',
      [desk.units[0]?.organizationId],
    );
    await tick('2020-10-27');
    expect(await tasks(planId)).toMatchObject([{ asked_count: 2 }]);
  });

  test('nothing while it pauses, nor for what it missed, and nothing once it is over', async () => {
    const planId = await plan(desk, template);
    await pauseReportPlan(clerk(), { ...(await decisionOn(desk, planId)), reason: '机构改革期间' });
    await tick('2020-11-26');
    expect(await periods(planId)).toEqual([]);
    await resumeReportPlan(clerk(), await decisionOn(desk, planId));
    await tick('2020-11-26');
    expect(await periods(planId)).toEqual(['2020-11']);
    await endReportPlan(clerk(), { ...(await decisionOn(desk, planId)), reason: '不再需要' });
    await tick('2020-12-27');
    expect(await periods(planId)).toEqual(['2020-11']);
  });
});

describe('a plan is held', () => {
  test('while another task asks for the same: told once, tried each day, and free when that one is over', async () => {
    const planId = await plan(desk, template);
    const beside = await plan(desk, await desk.template([numberField('other', '其他次数')]), { name: '另一月报' });
    const taskId = await desk.open(template);
    await tick('2020-10-27');
    const held = await planRow(desk, planId);
    expect(held).toMatchObject({
      state: 'ACTIVE',
      held_code: 'ASKED_TWICE',
      held_reason: expect.stringContaining('走访慰问次数'),
      held_since: new Date('2020-10-27T09:00:00+08:00'),
      tried_on: '2020-10-27',
      next_period: '2020-10',
    });
    // Another one is not delayed by it.
    expect(await periods(beside)).toEqual(['2020-10']);
    await tick('2020-10-28');
    expect(await planRow(desk, planId)).toEqual({ ...held, tried_on: '2020-10-28' });
    expect(await told(planId)).toEqual([HELD_TOLD]);
    await closeTask(clerk(), { taskId, expectedVersion: 1, reason: '并入月报' });
    await tick('2020-10-29');
    expect(await periods(planId)).toEqual(['2020-10']);
    expect(await planRow(desk, planId)).toMatchObject({ held_since: null, held_code: null, tried_on: null });
    expect(await told(planId)).toEqual([HELD_TOLD, SETTLED]);
  });

  test('and not tried again that day, neither by the next tick nor by a job that comes late', async () => {
    const planId = await plan(desk, template);
    await desk.open(template);
    desk.world.clock.set(new Date('2020-10-27T09:00:00+08:00'));
    const found = async () => (await findDuePlans(host())).some((due) => due.planId === planId);
    expect([await found(), await openNow(planId)]).toEqual([true, 'HELD']);
    expect([await found(), await openNow(planId)]).toEqual([false, 'NOTHING']);
    desk.world.clock.set(new Date('2020-10-28T00:00:00+08:00'));
    expect([await found(), await openNow(planId)]).toEqual([true, 'HELD']);
  });

  test('while its template is retired, and goes on the same day with another one', async () => {
    const planId = await plan(desk, template);
    await retireReportTemplate(clerk(), { templateId: template.templateId, expectedVersion: 1, reason: '不再使用' });
    await tick('2020-10-27');
    expect(await planRow(desk, planId)).toMatchObject({ held_code: 'TEMPLATE_VERSION_GONE' });
    const LIST = '{ reportPlans(filter: { held: true }) { nodes { id held { code since triedOn } } } }';
    const { data } = await desk.world.graphql('reports', clerk().actor, LIST);
    expect(data).toMatchObject({
      reportPlans: { nodes: [{ id: planId, held: { code: 'TEMPLATE_VERSION_GONE', triedOn: '2020-10-27' } }] },
    });
    const other = await desk.template([numberField('meetings', '召开会议次数')]);
    await reviseReportPlan(clerk(), { ...planOf(desk, other), ...(await decisionOn(desk, planId)) });
    expect(await planRow(desk, planId)).toMatchObject({ held_since: null });
    await tick('2020-10-27');
    expect(await tasks(planId)).toMatchObject([{ template_id: other.templateId }]);
    expect(await told(planId)).toEqual([HELD_TOLD, SETTLED]);
  });

  test('while nobody is left to ask, and told anew when the reason is another one', async () => {
    const planId = await plan(desk, template);
    await desk.world.database.query(
      'update reports.directory_organization set active = false where committee_id = $1',
      [desk.committeeId],
    );
    await tick('2020-10-27');
    expect(await planRow(desk, planId)).toMatchObject({ held_code: 'TASK_AUDIENCE_FORM' });
    await retireReportTemplate(clerk(), { templateId: template.templateId, expectedVersion: 1, reason: '不再使用' });
    await tick('2020-10-28');
    expect(await planRow(desk, planId)).toMatchObject({
      held_code: 'TEMPLATE_VERSION_GONE',
      held_since: new Date('2020-10-27T09:00:00+08:00'),
    });
    expect(await told(planId)).toEqual([HELD_TOLD, HELD_TOLD]);
    await endReportPlan(clerk(), { ...(await decisionOn(desk, planId)), reason: '不再需要' });
    expect(await planRow(desk, planId)).toMatchObject({ state: 'ENDED', held_since: null });
    expect(await told(planId)).toEqual([HELD_TOLD, HELD_TOLD, SETTLED]);
  });

  test('for a year whose holidays are not known', async () => {
    const planId = await plan(desk, template, { firstPeriod: '2026-12' });
    await tick('2026-12-27');
    expect(await planRow(desk, planId)).toMatchObject({
      held_code: 'CALENDAR_YEAR_MISSING',
      held_reason: expect.stringContaining('2027'),
    });
  });

  test('in the last period that there is, since none follows', async () => {
    await setCalendar(desk, 1, { years: [{ year: 2100, source: '预计', provisional: true, holidays: [] }] });
    const planId = await plan(desk, template);
    // As if it had opened all before.
    await desk.world.database.query(`update reports.report_plan set next_period = '2099-12' where plan_id = $1`, [
      planId,
    ]);
    await tick('2020-10-27');
    expect(await planRow(desk, planId)).toMatchObject({ held_code: 'PERIOD_INVALID', next_period: '2099-12' });
    expect(await periods(planId)).toEqual([]);
    expect(await told(planId)).toEqual([HELD_TOLD]);
  });
});
