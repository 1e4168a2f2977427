import type { Id } from '@hub/core';

import { closeTask } from '../../../subgraphs/reports/src/usecases/close-task';
import { personActor } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';
import { reasonOf } from '../dispatch/refusal';
import { openDesk, openReports, REPORTS_MORNING, type ReportsDesk } from './reports-world';
import { filled, openRound, type Round } from './round';

// 免报, by the office or because an organisation is no more: it is owed no more, and no figure says that it was done.

let desk: ReportsDesk;
let round: Round;

beforeAll(async () => {
  desk = await openReports(3);
});

beforeEach(async () => {
  desk.world.clock.set(new Date(REPORTS_MORNING));
  desk = await openDesk(desk.world, 3);
  round = await openRound(desk);
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const AFTER_THE_END = new Date('2020-11-05T09:00:00+08:00');
const reportOf = (unit: number): Id => round.reportIds[unit] ?? '';
const exempt = (unit: number, reason = '机构改革，职能划转', by = round.checker) =>
  round.act(by, 'exemptReport', reportOf(unit), { reason });

const handIn = async (unit: number) => {
  await round.save(unit, filled(unit));
  await round.submit(unit);
};
const sendBack = (unit: number) =>
  round.act(round.checker, 'returnReport', reportOf(unit), { reasons: ['INCOMPLETE'] });

async function progress() {
  const query = 'query ($id: ID!) { reportProgress(taskId: $id) { total { asked awaited missing handedIn exempt } } }';
  const { data } = await desk.world.graphql('reports', round.checker, query, { id: round.taskId });
  return (data as { reportProgress: { total: object } }).reportProgress.total;
}

/** How the task stands, as its paper says it. */
async function inWords(): Promise<string> {
  const query = 'query ($id: ID!) { paperPage(input: { kind: REPORT_TASKS, id: $id }) { blocks } }';
  const { data } = await desk.world.graphql('reports', round.checker, query, { id: round.taskId });
  const { blocks } = (data as { paperPage: { blocks: string[] } }).paperPage;
  return JSON.parse(blocks[3] ?? '').text;
}

async function missing(): Promise<Id[]> {
  const query = `query ($id: ID!) { reports(box: OF_TASK, filter: { taskId: $id, missing: true }) { nodes { id } } }`;
  const { data } = await desk.world.graphql('reports', round.checker, query, { id: round.taskId });
  return (data as { reports: { nodes: { id: Id }[] } }).reports.nodes.map(({ id }) => id).sort();
}

/** 本月要报, as a clerk of the unit sees it. */
async function month(unit: number): Promise<string[]> {
  const query = '{ unitAsks(month: "2020-11") { nodes { title stateName open overdue } } }';
  const { data } = await desk.world.graphql('reports', round.clerk(unit), query);
  const { nodes } = (data as { unitAsks: { nodes: { stateName: string; open: boolean; overdue: boolean }[] } })
    .unitAsks;
  return nodes.map(({ stateName, open, overdue }) => `${stateName} ${open ? 'open' : 'done'}${overdue ? ' late' : ''}`);
}

const clocks = async (): Promise<(string | null)[]> => {
  const rows = await desk.world.database.query<{ reason: string | null }>(
    'select close_reason as reason from reports.kept_deadline where subject_id = $1 order by organization_name',
    [round.taskId],
  );
  return rows.map(({ reason }) => reason);
};

const acts = (): Promise<object[]> =>
  desk.world.database.query(
    `select object_id as id, before, after from reports.audit
     where committee_id = $1 and action = 'exemptReport' order by id`,
    [desk.committeeId],
  );

describe('what the office exempts', () => {
  test('is neither owed, nor missing, nor done, and says why', async () => {
    // It had been granted time that still runs when the others are missing.
    await desk.world.database.query(`update reports.report set due_at = '2020-11-10' where report_id = $1`, [
      reportOf(0),
    ]);
    expect(await exempt(0)).toMatchObject({ state: 'EXEMPT', reason: null });
    expect(await round.row(reportOf(0))).toMatchObject({
      exempt_reason: '机构改革，职能划转',
      exempted_at: desk.world.clock.now(),
      first_submitted_at: null,
    });
    expect(await round.tally()).toEqual({ draft: 2, exempt: 1 });
    expect(await clocks()).toEqual(['已免报', null, null]);
    desk.world.clock.set(AFTER_THE_END);
    expect(await progress()).toEqual({ asked: 3, awaited: 2, missing: 2, handedIn: 0, exempt: 1 });
    desk.world.clock.set(new Date('2020-11-11T09:00:00+08:00'));
    expect(await missing()).toEqual(round.reportIds.slice(1).sort());
    expect([await month(0), await month(1)]).toEqual([['已免报 done'], ['填报中 open late']]);
    expect(await acts()).toMatchObject([{ before: { state: 'DRAFT' }, after: { reason: '机构改革，职能划转' } }]);
  });

  test('is not waited for when the task is closed', async () => {
    for (const unit of [0, 1]) await exempt(unit);
    const close = async (reason?: string) => {
      const [task] = await desk.world.database.query<{ version: number }>(
        'select version from reports.report_task where task_id = $1',
        [round.taskId],
      );
      return closeTask(desk.as('OFFICE_CLERK'), {
        taskId: round.taskId,
        expectedVersion: task?.version ?? 0,
        reason: reason ?? null,
      });
    };
    expect(await reasonOf(close())).toBe('REPORTS_MISSING');
    await exempt(2);
    await close();
  });

  test('may have been returned, and is not handed in again', async () => {
    await handIn(0);
    await sendBack(0);
    expect((await exempt(0)).state).toBe('EXEMPT');
    expect(await round.tally()).toEqual({ draft: 2, exempt: 1 });
    desk.world.clock.set(AFTER_THE_END);
    expect(await inWords()).toMatch(/^应报3个，已报0个（按时0个、迟报0个），逾期未报2个，免报1个，/);
    expect((await round.submit(0)).reason).toBe('REPORT_EXEMPT');
    expect((await round.save(0, filled(1))).reason).toBe('REPORT_EXEMPT');
  });

  test.each<[string, () => Promise<{ reason: string | null }>, string]>([
    ['without a reason', () => exempt(0, ' '), 'EXEMPT_REASON_REQUIRED'],
    ['by its unit', () => exempt(0, '忙', round.leader(0)), 'ROLE_NOT_ALLOWED'],
    ['once it is handed in', () => handIn(0).then(() => exempt(0)), 'REPORT_SUBMITTED'],
    ['twice', () => exempt(0).then(() => exempt(0)), 'REPORT_EXEMPT'],
  ])('is not exempt %s', async (_, act, reason) => {
    expect((await act()).reason).toBe(reason);
  });
});

describe('an organisation that is dissolved', () => {
  const dissolve = (unit: number) => {
    const { unitId = '', organizationId = '' } = desk.units[unit] ?? {};
    const { committeeId } = desk;
    const end = { active: false, dissolved: true, version: 2 };
    return tellOrganization(desk.world, 'reports', { committeeId, unitId, organizationId }, end);
  };

  test('owes nothing of what is still asked, once', async () => {
    const returned = await openRound(desk);
    await returned.save(0, filled(1));
    await returned.submit(0);
    await returned.act(round.checker, 'returnReport', returned.reportIds[0] ?? '', { reasons: ['INCOMPLETE'] });
    const closed = await openRound(desk);
    await desk.world.database.query(
      `update reports.report_task set state = 'CLOSED', closed_at = now() where task_id = $1`,
      [closed.taskId],
    );
    await dissolve(0);
    expect(await round.row(reportOf(0))).toMatchObject({ state: 'EXEMPT', exempt_reason: '党组织已撤销' });
    expect([await round.tally(), await returned.tally()]).toEqual(Array(2).fill({ draft: 2, exempt: 1 }));
    expect(await clocks()).toEqual(['已免报', null, null]);
    // What is over stays what it was.
    expect(await closed.tally()).toEqual({ draft: 3 });
    expect(await acts()).toHaveLength(2);
    await dissolve(0);
    expect(await acts()).toHaveLength(2);
  });

  test('leaves what it handed in to the office', async () => {
    await handIn(0);
    await dissolve(0);
    expect(await round.tally()).toEqual({ draft: 2, submitted: 1, handedIn: 1 });
  });
});

test('what a merged organisation owes is its successor’s to hand in', async () => {
  const [merged, successor] = desk.units;
  const { committeeId } = desk;
  const { organizationId = '' } = merged ?? {};
  await tellOrganization(
    desk.world,
    'reports',
    { committeeId, organizationId, unitId: successor?.unitId ?? '' },
    { version: 2 },
  );
  expect([await month(0), await month(1)]).toEqual([[], ['填报中 open', '填报中 open']]);
  const as = (reportId: Id) => ({
    save: () => round.act(round.clerk(1), 'saveReport', reportId, { fields: filled(3) }),
    submit: () =>
      round.act(round.clerk(1), 'submitReport', reportId, { notClassifiedPledge: true, publicAllowed: true }),
  });
  await as(reportOf(0)).save();
  expect((await as(reportOf(0)).submit()).state).toBe('SUBMITTED');
  const left = personActor('UNIT_CLERK', { committeeId, unitId: merged?.unitId ?? '' });
  expect((await round.act(left, 'saveReport', reportOf(0), { fields: filled(1) })).reason).toBe('REPORT_NOT_FOUND');
  expect(await round.tally()).toEqual({ draft: 2, submitted: 1, handedIn: 1 });
  expect(await clocks()).toEqual(['已报送', null, null]);
});
