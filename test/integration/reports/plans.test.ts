import type { Id, PersonActor } from '@hub/core';

import { endReportPlan } from '../../../subgraphs/reports/src/usecases/plans/end-report-plan';
import { pauseReportPlan } from '../../../subgraphs/reports/src/usecases/plans/pause-report-plan';
import { resumeReportPlan } from '../../../subgraphs/reports/src/usecases/plans/resume-report-plan';
import {
  type ReviseReportPlanInput,
  reviseReportPlan,
} from '../../../subgraphs/reports/src/usecases/plans/revise-report-plan';
import { retireReportTemplate } from '../../../subgraphs/reports/src/usecases/retire-report-template';
import { someId } from '../../support';
import { reasonOf } from '../dispatch/refusal';
import { decisionOn, openPlanDesk, plan, planOf, planRow, visits } from './plan-desk';
import { numberField, openReports, type ReportsDesk, type Template } from './reports-world';

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

const clerk = () => desk.as('OFFICE_CLERK');
const audience = (change: object) => ({ audience: { groups: [], organizations: [], exclusions: [], ...change } });

const pause = async (planId: Id, reason = '机构改革期间') =>
  pauseReportPlan(clerk(), { ...(await decisionOn(desk, planId)), reason });
const resume = async (planId: Id) => resumeReportPlan(clerk(), await decisionOn(desk, planId));
const end = async (planId: Id, reason = '改由年报一并报送') =>
  endReportPlan(clerk(), { ...(await decisionOn(desk, planId)), reason });
const revise = async (planId: Id, change: Partial<ReviseReportPlanInput> = {}) =>
  reviseReportPlan(clerk(), { ...planOf(desk, template), ...(await decisionOn(desk, planId)), ...change });

const acts = async (planId: Id) =>
  (
    await desk.world.database.query<{ action: string }>(
      'select action from reports.audit where object_id = $1 order by id',
      [planId],
    )
  ).map(({ action }) => action);

describe('a plan is set up', () => {
  test('with the period of today, the rule and the pace of its kind', async () => {
    const planId = await plan(desk, template, { requirement: '如实填报', basis: '年度工作要点' });
    expect(await planRow(desk, planId)).toMatchObject({
      name: '党建工作月报',
      cadence: 'MONTHLY',
      due_rule: { by: 'WORKDAYS', workdays: 3, daysAhead: 5 },
      requirement: '如实填报',
      basis: '年度工作要点',
      state: 'ACTIVE',
      next_period: '2020-10',
      next_opens_on: '2020-10-27',
      created_by_name: '王五',
      held_since: null,
    });
    expect(await acts(planId)).toEqual(['createReportPlan']);
  });

  test('for a paper that is due every quarter, from a later one on', async () => {
    const special = await desk.template([visits], 'SPECIAL');
    const change = { cadence: 'QUARTERLY', dueDay: 20, daysAhead: 0, firstPeriod: '2021Q1' } as const;
    expect(await planRow(desk, await plan(desk, special, change))).toMatchObject({
      cadence: 'QUARTERLY',
      due_rule: { by: 'DAY', day: 20, daysAhead: 0 },
      next_period: '2021Q1',
      next_opens_on: '2021-04-01',
    });
  });

  test.each<[string, Parameters<typeof plan>[2], string]>([
    ['without a name', { name: ' 月 ' }, 'TASK_FORM'],
    ['with a name that leaves no room for the period', { name: '月'.repeat(181) }, 'TEXT_TOO_LONG'],
    ['for nobody', audience({}), 'TASK_AUDIENCE_FORM'],
    ['for a group that is not there', audience({ groups: [{ groupId: someId() }] }), 'TASK_AUDIENCE_FORM'],
    ['with a template that is not there', { templateId: someId() }, 'TEMPLATE_VERSION_GONE'],
    ['at another pace than its kind', { cadence: 'QUARTERLY' }, 'PLAN_CADENCE_MISMATCH'],
    ['without a pace', { kind: 'SPECIAL', dueDay: 5 }, 'PLAN_CADENCE_REQUIRED'],
    ['for what units send by themselves', { kind: 'INFORMATION', cadence: 'MONTHLY' }, 'TASK_KIND_SPONTANEOUS'],
    ['for what a paper asks once', { kind: 'IMPLEMENTATION', cadence: 'MONTHLY', dueDay: 5 }, 'PLAN_CADENCE_MISMATCH'],
    ['with a template of another kind', { kind: 'QUARTERLY' }, 'TEMPLATE_KIND_MISMATCH'],
    ['without a rule where none is usual', { kind: 'YEARLY' }, 'DUE_REQUIRED'],
    ['by two rules', { dueDay: 5, dueWorkdays: 5 }, 'DUE_RULE_INVALID'],
    ['by a day that not every month has', { dueDay: 31 }, 'DUE_RULE_INVALID'],
    ['long before the period', { daysAhead: 61 }, 'DUE_RULE_INVALID'],
    ['for a thirteenth month', { firstPeriod: '2020-13' }, 'PERIOD_INVALID'],
    ['for a quarter', { firstPeriod: '2020Q4' }, 'PERIOD_KIND_MISMATCH'],
    ['for months that are long over', { firstPeriod: '2020-01' }, 'PLAN_PERIOD_PAST'],
  ])('not %s: %s', async (_, change, reason) => {
    expect(await reasonOf(plan(desk, template, change))).toBe(reason);
  });

  test('not with a template that is retired', async () => {
    const { templateId } = template;
    await retireReportTemplate(clerk(), { templateId, expectedVersion: 1, reason: '不再使用' });
    expect(await reasonOf(plan(desk, template))).toBe('TEMPLATE_VERSION_GONE');
  });

  test('for what another task asks for as well, only with a reason', async () => {
    await desk.open(template);
    expect(await reasonOf(plan(desk, template))).toBe('ASKED_TWICE');
    const planId = await plan(desk, template, { duplicateReason: '口径不同' });
    expect(await planRow(desk, planId)).toMatchObject({ duplicate_reason: '口径不同' });
    expect(await reasonOf(revise(planId))).toBe('ASKED_TWICE');
  });
});

describe('a plan is changed', () => {
  let planId: Id;

  beforeEach(async () => {
    planId = await plan(desk, template);
  });

  test('for the periods that come', async () => {
    const other = await desk.template([numberField('meetings', '召开会议次数')]);
    await revise(planId, { name: '党建月报', templateId: other.templateId, dueDay: 8, daysAhead: 10 });
    expect(await planRow(desk, planId)).toMatchObject({
      name: '党建月报',
      template_id: other.templateId,
      due_rule: { by: 'DAY', day: 8, daysAhead: 10 },
      next_period: '2020-10',
      next_opens_on: '2020-10-22',
      state: 'ACTIVE',
      version: 2,
    });
    expect(await acts(planId)).toEqual(['createReportPlan', 'reviseReportPlan']);
  });

  test('also while it waits, and goes on waiting', async () => {
    await pause(planId);
    await revise(planId, { daysAhead: 0 });
    expect(await planRow(desk, planId)).toMatchObject({ state: 'PAUSED', next_opens_on: '2020-11-01' });
  });

  test.each<[string, Partial<ReviseReportPlanInput>, string]>([
    ['on an older version', { expectedVersion: 7 }, 'STALE_VERSION'],
    ['into one for nobody', audience({}), 'TASK_AUDIENCE_FORM'],
    ['by a rule that nothing follows', { dueWorkdays: 0 }, 'DUE_RULE_INVALID'],
    ['when it is not there', { planId: someId() }, 'PLAN_NOT_FOUND'],
  ])('not %s: %s', async (_, change, reason) => {
    expect(await reasonOf(revise(planId, change))).toBe(reason);
    expect(await planRow(desk, planId)).toMatchObject({ version: 1 });
  });

  test('into one that waits, and goes on without what was to come meanwhile', async () => {
    await pause(planId);
    expect(await planRow(desk, planId)).toMatchObject({ state: 'PAUSED', paused_at: expect.any(Date) });
    desk.world.clock.set(new Date('2020-12-26T09:00:00+08:00'));
    expect(await resume(planId)).toEqual({ planId, skipped: ['2020-10', '2020-11'] });
    expect(await planRow(desk, planId)).toMatchObject({
      state: 'ACTIVE',
      paused_at: null,
      next_period: '2020-12',
      next_opens_on: '2020-12-27',
    });
    const [act] = await desk.world.database.query(
      `select after from reports.audit where object_id = $1 and action = 'resumeReportPlan'`,
      [planId],
    );
    expect(act).toMatchObject({ after: { state: 'ACTIVE', skipped: ['2020-10', '2020-11'], nextPeriod: '2020-12' } });
  });

  test('into one that is over', async () => {
    await pause(planId);
    await end(planId);
    expect(await planRow(desk, planId)).toMatchObject({
      state: 'ENDED',
      paused_at: null,
      ended_at: expect.any(Date),
      end_reason: '改由年报一并报送',
    });
    expect(await reasonOf(resume(planId))).toBe('PLAN_ENDED');
    expect(await reasonOf(revise(planId))).toBe('PLAN_ENDED');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['resumed', () => resume(planId), 'PLAN_NOT_PAUSED'],
    ['paused without a word', () => pause(planId, ' '), 'TASK_REASON_REQUIRED'],
    ['ended without a word', () => end(planId, ''), 'TASK_REASON_REQUIRED'],
  ])('and not %s while it runs: %s', async (_, act, reason) => {
    expect(await reasonOf(act())).toBe(reason);
  });
});

describe('in the graph', () => {
  const PLANS = `query ($filter: ReportPlanFilterInput) { reportPlans(filter: $filter) { totalCount nodes {
    id cadence dueWorkdays dueDay daysAhead groupIds state nextPeriod nextPeriodLabel nextOpensOn
    held { code } template { id } tasks { periodKey plan { id } } } } }`;

  const ask = async (actor: PersonActor | null, filter?: object) =>
    desk.world.graphql('reports', actor, PLANS, { filter });

  test('stand its rule, its next period and the tasks of those before', async () => {
    const planId = await plan(desk, template);
    await plan(desk, await desk.template([numberField('other', '其他次数')]), { name: '另一月报' }).then(pause);
    // As if it had opened one.
    const taskId = await desk.open(template);
    await desk.world.database.query('update reports.report_task set plan_id = $2 where task_id = $1', [taskId, planId]);
    const { data, errors } = await ask(desk.as('COMMITTEE_LEADER').actor as PersonActor, { states: ['ACTIVE'] });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      reportPlans: {
        totalCount: 1,
        nodes: [
          {
            id: planId,
            cadence: 'MONTHLY',
            dueWorkdays: 3,
            dueDay: null,
            daysAhead: 5,
            groupIds: [desk.groupId],
            state: 'ACTIVE',
            nextPeriod: '2020-10',
            nextPeriodLabel: '2020年10月',
            nextOpensOn: '2020-10-27',
            held: null,
            template: { id: template.templateId },
            tasks: [{ periodKey: '2020-10', plan: { id: planId } }],
          },
        ],
      },
    });
    const { data: ofUnit } = await desk.world.graphql(
      'reports',
      desk.of(0),
      '{ reportTasks { nodes { id plan { id } } } }',
    );
    expect(ofUnit).toEqual({ reportTasks: { nodes: [{ id: taskId, plan: null }] } });
  });

  test('is none for units', async () => {
    const planId = await plan(desk, template);
    const { data, errors } = await ask(desk.of(0));
    expect(data ?? null).toBeNull();
    expect(errors?.[0]).toMatchObject({ extensions: { reason: 'ROLE_NOT_ALLOWED' } });
    const { data: one } = await desk.world.graphql(
      'reports',
      desk.of(0),
      'query ($id: ID!) { reportPlan(id: $id) { id } }',
      {
        id: planId,
      },
    );
    expect(one?.reportPlan ?? null).toBeNull();
  });

  test('each act answers with the plan', async () => {
    const actor = clerk().actor as PersonActor;
    const act = async (mutation: string, type: string, input: object, shown = 'id state nextPeriod version') => {
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`;
      const { data, errors } = await desk.world.graphql('reports', actor, query, { input });
      expect(errors).toBeUndefined();
      return data?.[mutation] as { id: Id; version: number };
    };
    const made = await act('createReportPlan', 'CreateReportPlanInput', planOf(desk, template));
    const planId = made.id;
    const { kind: _, ...demand } = planOf(desk, template, { daysAhead: 3 });
    const revised = { ...demand, planId, expectedVersion: 1 };
    expect(await act('reviseReportPlan', 'ReviseReportPlanInput', revised)).toMatchObject({ version: 2 });
    const stop = { planId, reason: '机构改革期间' };
    const paused = { ...stop, expectedVersion: 2 };
    expect(await act('pauseReportPlan', 'StopReportPlanInput', paused)).toMatchObject({ state: 'PAUSED' });
    desk.world.clock.set(new Date('2020-11-15T09:00:00+08:00'));
    const shown = 'skipped plan { state nextPeriod }';
    expect(await act('resumeReportPlan', 'ResumeReportPlanInput', { planId, expectedVersion: 3 }, shown)).toEqual({
      skipped: ['2020-10'],
      plan: { state: 'ACTIVE', nextPeriod: '2020-11' },
    });
    const ended = { ...stop, expectedVersion: 4 };
    expect(await act('endReportPlan', 'StopReportPlanInput', ended)).toMatchObject({
      state: 'ENDED',
      nextPeriod: null,
    });
  });
});
