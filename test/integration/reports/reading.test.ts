import { NO_COMMITTEE } from '@hub/core';

import type { FieldValues } from '../../../subgraphs/reports/src/domain/field-value';
import { recount } from '../../../subgraphs/reports/src/domain/tally';
import { foldLedgers } from '../../../subgraphs/reports/src/usecases/fold-ledgers';
import { personActor, someId, type TestWorld } from '../../support';
import { statementsOf } from '../../support/count-statements';
import { plansOf } from '../../support/plans-of';
import { DUE, OPENED, openReading, plantTask, type ReadingDesk } from './reading-desk';

let world: TestWorld;
let desk: ReadingDesk;

const said = (held: string, body = '', fen?: number): FieldValues => ({
  held: { type: 'NUMBER', number: held },
  ...(fen === undefined ? {} : { dues: { type: 'MONEY', fen } }),
  ...(body === '' ? {} : { body: { type: 'TEXT', text: body } }),
});

const AFTER_DUE = '2020-11-05T09:00:00+08:00';

beforeAll(async () => {
  ({ world } = await openReading(1));
});

beforeEach(async () => {
  world.clock.set(OPENED);
  desk = await plantTask(world, 6);
});

afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a client reads them.
async function ask(actor: ReturnType<ReadingDesk['office']>, query: string, variables = {}): Promise<any> {
  const { data, errors } = await world.graphql('reports', actor, query, variables);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.reason) } : data;
}

const fold = () =>
  foldLedgers({ database: world.subgraph('reports').database, clock: world.clock, ids: world.ids }, 'test');

describe('the progress of a task', () => {
  const PROGRESS = `query ($id: ID!) { reportProgress(taskId: $id) {
    total { asked handedIn onTime late awaited missing draft submitted }
    zones { key asked missing } natures { key asked handedIn } } }`;
  const progress = () => ask(desk.office(), PROGRESS, { id: desk.taskId });

  test('tells who handed in, who was late and who never came', async () => {
    await desk.handIn(0, said('1'));
    await desk.handIn(2, said('2'));
    world.clock.set('2020-11-04T18:00:00.001+08:00');
    await desk.handIn(3, said('3'));
    expect((await progress()).reportProgress).toEqual({
      total: { asked: 6, handedIn: 3, onTime: 2, late: 1, awaited: 3, missing: 3, draft: 3, submitted: 3 },
      zones: [
        { key: desk.zoneId, asked: 3, missing: 1 },
        { key: null, asked: 3, missing: 2 },
      ],
      natures: [
        { key: 'ADMINISTRATIVE_ORGAN', asked: 4, handedIn: 2 },
        { key: 'PUBLIC_WELFARE_ONE', asked: 2, handedIn: 1 },
      ],
    });
  });

  test('has nobody missing before the end, and not whoever was granted time after it', async () => {
    world.clock.set(DUE);
    expect((await progress()).reportProgress.total).toMatchObject({ awaited: 6, missing: 0 });
    await world.database.query('update reports.report set due_at = $2 where report_id = $1', [
      desk.units[4]?.reportId,
      '2020-11-09T18:00:00+08:00',
    ]);
    world.clock.set(AFTER_DUE);
    const { total, zones } = (await progress()).reportProgress;
    expect([total.missing, zones.map(({ missing }: { missing: number }) => missing)]).toEqual([5, [3, 2]]);
  });

  test('is what a recount finds, and stays so while it is folded', async () => {
    const acts = desk.units.map((_, unit) => desk.handIn(unit, said(String(unit + 1))));
    await Promise.all([...acts, fold(), fold()]);
    for (let again = 0; again < 9; again += 1) await desk.handIn(0, said(`10.${again}`));
    const entries = () =>
      world.database.query('select from reports.report_sum where task_id = $1 and field_key = $2', [
        desk.taskId,
        'held',
      ]);
    expect((await entries()).length).toBeGreaterThan(4);
    const before = (await progress()).reportProgress;
    await Promise.all([fold(), fold()]);
    expect((await progress()).reportProgress).toEqual(before);
    expect((await entries()).length).toBe(4);
    expect(before.total).toMatchObject({ ...counted(recount(await desk.countedReports())) });
  });

  const counted = ({ handedIn, late, draft, submitted }: ReturnType<typeof recount>) => ({
    handedIn,
    late,
    draft,
    submitted,
  });

  test('asks no more statements of more units', async () => {
    const wide = await plantTask(world, 60);
    const asked = async (taskId: string, of: ReadingDesk) =>
      (await statementsOf(() => ask(of.office(), PROGRESS, { id: taskId }))).length;
    expect(await asked(wide.taskId, wide)).toBe(await asked(desk.taskId, desk));
  });

  test('is the office’s, and of no other committee', async () => {
    const refused = (actor: ReturnType<ReadingDesk['office']>) => ask(actor, PROGRESS, { id: desk.taskId });
    expect(await refused(desk.clerk(0))).toEqual({ refused: ['ROLE_NOT_ALLOWED'] });
    expect(await refused(desk.office('COMMITTEE_ADMIN'))).toEqual({ refused: ['ROLE_NOT_ALLOWED'] });
    const stranger = personActor('OFFICE_CHECKER', { committeeId: someId() });
    expect(await refused(stranger)).toEqual({ refused: ['TASK_NOT_FOUND'] });
  });
});

describe('the figures of a task', () => {
  const AGGREGATES = `query ($id: ID!, $field: String!, $by: ReportAggregateGrouping!) {
    reportAggregates(taskId: $id, field: $field, groupBy: $by) { label measure rows { key reports total average } } }`;
  const aggregates = (field: string, by: string) => ask(desk.office(), AGGREGATES, { id: desk.taskId, field, by });

  beforeEach(async () => {
    await desk.handIn(0, said('1.5', '', 1250));
    await desk.handIn(2, said('2'));
    await desk.handIn(3, said('4', '', 50));
  });

  test('are added up as a whole, by zone and by nature', async () => {
    expect((await aggregates('held', 'NONE')).reportAggregates).toEqual({
      label: '召开次数',
      measure: '次',
      rows: [{ key: null, reports: 3, total: '7.5', average: '2.50' }],
    });
    expect((await aggregates('held', 'ZONE')).reportAggregates.rows).toEqual([
      { key: desk.zoneId, reports: 2, total: '3.5', average: '1.75' },
      { key: null, reports: 1, total: '4', average: '4.00' },
    ]);
    expect((await aggregates('dues', 'NATURE')).reportAggregates.rows).toEqual([
      { key: 'ADMINISTRATIVE_ORGAN', reports: 2, total: '1300', average: '650.00' },
    ]);
  });

  test('go by what was handed in last', async () => {
    await desk.handIn(0, said('10'));
    await fold();
    expect((await aggregates('held', 'NONE')).reportAggregates.rows[0]).toMatchObject({ reports: 3, total: '16' });
    expect((await aggregates('dues', 'NONE')).reportAggregates.rows[0]).toMatchObject({ reports: 1, total: '50' });
  });

  test('lead to each report, the largest first, page by page', async () => {
    const FIGURES = `query ($id: ID!, $after: String) {
      reportFigures(taskId: $id, field: "held", first: 2, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { value report { id } } } }`;
    const page = async (after: string | null) =>
      (await ask(desk.office(), FIGURES, { id: desk.taskId, after })).reportFigures;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    const values = [...first.nodes, ...second.nodes].map(({ value, report }) => [value, report.id]);
    expect(values).toEqual([
      ['4', desk.units[3]?.reportId],
      ['2', desk.units[2]?.reportId],
      ['1.5', desk.units[0]?.reportId],
    ]);
  });

  test('are in the order of numbers, not of their digits', async () => {
    await desk.handIn(0, said('10'));
    await desk.handIn(1, said('9'));
    const FIGURES = `query ($id: ID!, $after: String) {
      reportFigures(taskId: $id, field: "held", first: 1, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { value } } }`;
    const values: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { reportFigures } = await ask(desk.office(), FIGURES, { id: desk.taskId, after });
      values.push(reportFigures.nodes[0].value);
      ({ hasNextPage: more, endCursor: after } = reportFigures.pageInfo);
    }
    expect(values).toEqual(['10', '9', '4', '2']);
  });

  test('exist of number and money fields only', async () => {
    for (const field of ['body', 'nothing', 'toString']) {
      expect(await aggregates(field, 'NONE')).toEqual({ refused: ['FIELD_NOT_ADDED_UP'] });
    }
    const clerk = await ask(desk.clerk(0), AGGREGATES, { id: desk.taskId, field: 'held', by: 'NONE' });
    expect(clerk).toEqual({ refused: ['ROLE_NOT_ALLOWED'] });
  });
});

/** Plans of what reads reports themselves. */
const reportPlans = async (run: () => Promise<unknown>) =>
  (await plansOf(run)).filter((plan) => plan.includes('on report r'));

describe('reports', () => {
  const LIST = `query ($box: ReportBox!, $filter: ReportFilterInput, $first: Int, $after: String) {
    reports(box: $box, filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id late state } } }`;
  const list = (actor: ReturnType<ReadingDesk['office']>, box: string, filter = {}) =>
    ask(actor, LIST, { box, filter }).then(({ reports, refused }) =>
      refused ? refused : reports.nodes.map(({ id }: { id: string }) => desk.units.findIndex((u) => u.reportId === id)),
    );

  beforeEach(async () => {
    await desk.handIn(0, said('1'));
    world.clock.set(AFTER_DUE);
    await desk.handIn(4, said('1'));
    await desk.draft(1, said('7', '还没写完'));
  });

  test('are listed by what came last, by what is worked on, and by task', async () => {
    const office = desk.office();
    expect(await list(office, 'HANDED_IN')).toEqual([4, 0]);
    expect(await list(office, 'WORKED_ON')).toEqual([5, 3, 2, 1]);
    expect(await list(office, 'OF_TASK', { taskId: desk.taskId })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await list(office, 'OF_TASK')).toEqual(['REPORT_LIST_OF_TASK']);
  });

  test('are filtered', async () => {
    const of = (filter: object) => list(desk.office(), 'OF_TASK', { taskId: desk.taskId, ...filter });
    expect(await of({ late: true })).toEqual([4]);
    expect(await of({ late: false })).toEqual([0, 1, 2, 3, 5]);
    expect(await of({ missing: true })).toEqual([1, 2, 3, 5]);
    expect(await of({ states: ['SUBMITTED'] })).toEqual([0, 4]);
    expect(await of({ zoneId: desk.zoneId })).toEqual([0, 1, 2]);
    expect(await of({ unitIds: [desk.units[2]?.unitId] })).toEqual([2]);
    expect(await of({ updatedSince: AFTER_DUE })).toEqual([1, 4]);
    expect(await of({ submittedBefore: AFTER_DUE })).toEqual([0]);
    expect(await of({ periodKey: '2020-09' })).toEqual([]);
    expect(await of({ kinds: ['YEARLY'] })).toEqual([]);
    expect(await of({ excellent: true })).toEqual([]);
  });

  test.each([
    ['report_submitted', {}],
    ['report_kind', { kinds: ['MONTHLY'] }],
    ['report_state', { states: ['SUBMITTED'] }],
    ['report_period', { periodKey: '2020-10' }],
    ['report_late', { late: true }],
    ['report_excellent', { excellent: true }],
  ])('are read in the order of the index %s', async (index, filter) => {
    const [page, count] = await reportPlans(() => list(desk.office(), 'HANDED_IN', filter));
    expect(page).toContain(`${index} on report r`);
    expect(page).not.toContain('Sort');
    // Counted no further than anybody counts.
    expect(count).toContain('Limit');
  });

  test('of one unit are read and counted in an index of its own', async () => {
    await world.database.query('vacuum analyze reports.report');
    const unitIds = [desk.units[0]?.unitId];
    const [page, count] = await reportPlans(() => list(desk.office(), 'HANDED_IN', { unitIds }));
    // A page, and then its templates.
    expect(page).toMatch(/Nested Loop[\s\S]*Limit[\s\S]*report_unit_submitted on report r/);
    expect(count).toContain('Index Only Scan using report_unit_submitted on report r');
    const [workedOn] = await reportPlans(() => list(desk.clerk(1), 'WORKED_ON'));
    expect(workedOn).toContain('report_unit_worked_on on report r');
  });

  test('are for a unit its own', async () => {
    expect(await list(desk.clerk(0), 'HANDED_IN')).toEqual([0]);
    expect(await list(desk.clerk(1), 'WORKED_ON')).toEqual([1]);
    expect(await list(desk.clerk(1), 'OF_TASK', { taskId: desk.taskId, unitIds: [desk.units[0]?.unitId] })).toEqual([]);
  });

  test('are paged by a cursor that neither repeats nor skips', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const variables: object = { box: 'WORKED_ON', first: 3, after };
      const { reports } = await ask(desk.office(), LIST, variables);
      expect(reports.totalCount).toBe(4);
      seen.push(...reports.nodes.map(({ id }: { id: string }) => id));
      ({ hasNextPage: more, endCursor: after } = reports.pageInfo);
    }
    expect(seen).toEqual([5, 3, 2, 1].map((unit) => desk.units[unit]?.reportId));
  });

  test('show their words to the office when they were handed in, and to the unit always', async () => {
    const ONE = `query ($id: ID!) { report(id: $id) {
      task { title } fields { key number text } versions { number handedIn } } }`;
    const one = (actor: ReturnType<ReadingDesk['office']>, unit: number) =>
      ask(actor, ONE, { id: desk.units[unit]?.reportId }).then(({ report }) => report);
    const said = (await one(desk.clerk(1), 1)).fields;
    expect(said).toMatchObject([{ key: 'held', number: '7' }, { key: 'dues' }, { text: '还没写完' }]);
    const unseen = await one(desk.office(), 1);
    expect(unseen).toMatchObject({ task: { title: '十月月报' }, versions: [] });
    expect(JSON.stringify(unseen)).not.toContain('还没写完');
    expect((await one(desk.office(), 0)).fields).toMatchObject([{ key: 'held', number: '1' }, {}, {}]);
    expect(await one(desk.clerk(2), 1)).toBeNull();
  });
});

describe('flat rows', () => {
  const ROWS = `query ($filter: ReportFilterInput, $first: Int, $after: String) {
    reportRows(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes {
        reportId unitId organizationName zoneId nature kind periodKey state late missing returnCount submittedAt
        held: value(field: "held") dues: value(field: "dues") nothing: value(field: "constructor") } } }`;
  const VALUES = `query ($filter: ReportFilterInput, $first: Int, $after: String) {
    reportValueRows(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { reportId fieldKey label type measure value } } }`;
  type Reader = ReturnType<ReadingDesk['office']>;

  const unitOf = (reportId: string) => desk.units.findIndex((unit) => unit.reportId === reportId);
  const rows = async (actor: Reader, filter = {}) => (await ask(actor, ROWS, { filter })).reportRows.nodes;
  const values = async (actor: Reader, filter = {}): Promise<string[]> =>
    (await ask(actor, VALUES, { filter })).reportValueRows.nodes.map(
      ({ reportId, label, value, measure }: Record<string, string>) =>
        `${unitOf(reportId as string)} ${label} ${value}${measure ?? ''}`,
    );

  beforeEach(async () => {
    await desk.handIn(0, said('12', '正文', 345_600));
    await desk.draft(1, said('7', '还没写完'));
    world.clock.set(AFTER_DUE);
    await desk.handIn(4, said('1'));
    await desk.draft(4, said('99'));
  });

  test('have a line for each report, with the columns of its fields that a document names', async () => {
    const shown = await rows(desk.office(), { taskId: desk.taskId });
    expect(shown.map(({ reportId }: { reportId: string }) => unitOf(reportId))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(shown[5]).toEqual({
      reportId: desk.units[0]?.reportId,
      unitId: desk.units[0]?.unitId,
      organizationName: '第1局机关党委',
      zoneId: desk.zoneId,
      nature: 'ADMINISTRATIVE_ORGAN',
      kind: 'MONTHLY',
      periodKey: '2020-10',
      state: 'SUBMITTED',
      late: false,
      missing: false,
      returnCount: 0,
      submittedAt: '2020-10-15T09:00:00.000+08:00',
      held: '12',
      dues: '3456.00',
      nothing: null,
    });
    expect(shown[1]).toMatchObject({ late: true, missing: false, held: '1' });
    expect(shown[4]).toMatchObject({ late: false, missing: true, held: null });
    expect(await rows(desk.office(), { taskId: desk.taskId, missing: false })).toHaveLength(2);
  });

  test('of values have a line for each field that was handed in, and none of what was not', async () => {
    const all = ['4 召开次数 1次', '0 召开次数 12次', '0 党费 3456.00', '0 正文 正文'];
    expect(await values(desk.office())).toEqual(all);
    expect(await values(desk.clerk(4))).toEqual(['4 召开次数 1次']);
    expect(await values(desk.clerk(1))).toEqual([]);
    expect(await values(desk.office(), { kinds: ['YEARLY'] })).toEqual([]);
  });

  test('are for a unit its own, with what it is working on', async () => {
    expect(await rows(desk.clerk(1))).toMatchObject([{ unitId: desk.units[1]?.unitId, held: '7' }]);
    expect(await rows(desk.clerk(1), { unitIds: [desk.units[0]?.unitId] })).toEqual([]);
  });

  test('are for an inspector those of the units he looks into, as they were handed in', async () => {
    const into = (unit: number) =>
      personActor('INSPECTOR', { committeeId: desk.committeeId, ...desk.units[unit], side: 'unit' });
    expect(await rows(into(1))).toMatchObject([{ unitId: desk.units[1]?.unitId, held: null }]);
    expect(await values(into(4))).toEqual(['4 召开次数 1次']);
  });

  test.each([
    [ROWS, 'reportRows', 6],
    [VALUES, 'reportValueRows', 4],
  ])('are paged by a cursor that neither repeats nor skips: %#', async (query, root, count) => {
    const all = (await ask(desk.office(), query, {}))[root].nodes;
    const seen: object[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { [root]: page } = await ask(desk.office(), query, { first: 1, after });
      expect(page.totalCount).toBe(count);
      seen.push(...page.nodes);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(count);
  });
});

describe('a search', () => {
  const SEARCH = `query ($query: String!, $filter: ReportSearchFilterInput, $first: Int, $after: String) {
    searchReports(query: $query, filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } nodes { excerpt report { id } } } }`;
  const found = (actor: ReturnType<ReadingDesk['office']>, query: string, filter = {}) =>
    ask(actor, SEARCH, { query, filter }).then(({ searchReports, refused }) =>
      refused
        ? refused
        : searchReports.nodes.map(({ report }: { report: { id: string } }) =>
            desk.units.findIndex(({ reportId }) => reportId === report.id),
          ),
    );

  beforeEach(async () => {
    await desk.handIn(0, said('1', '第一支部开展“主题党日”活动，参加 100% 的党员'));
    world.clock.set('2020-10-16T09:00:00+08:00');
    await desk.handIn(1, said('2', '第二支部学习ＡＰＰ，主题 党日改期'));
    await desk.draft(2, said('2', '主题党日还没写完'));
  });

  test('finds words of two characters and more, all of them, the newest first', async () => {
    const office = desk.office();
    expect(await found(office, '支部')).toEqual([1, 0]);
    expect(await found(office, '主题党日')).toEqual([0]);
    expect(await found(office, '支部 App')).toEqual([1]);
    expect(await found(office, '月报')).toEqual([1, 0]);
    expect(await found(office, '支部 没有')).toEqual([]);
    expect(await found(office, '还没写完')).toEqual([]);
  });

  test('takes signs of patterns as they are', async () => {
    expect(await found(desk.office(), '00%')).toEqual([0]);
    expect(await found(desk.office(), '1_0%')).toEqual([]);
    expect(await found(desk.office(), '主\\题')).toEqual([]);
  });

  test('is narrowed by unit and time, and is for a unit its own', async () => {
    expect(await found(desk.office(), '支部', { unitIds: [desk.units[0]?.unitId] })).toEqual([0]);
    expect(await found(desk.office(), '支部', { submittedFrom: '2020-10-16T00:00:00+08:00' })).toEqual([1]);
    expect(await found(desk.office(), '支部', { submittedBefore: '2020-10-16T00:00:00+08:00' })).toEqual([0]);
    expect(await found(desk.office(), '支部', { kinds: ['YEARLY'] })).toEqual([]);
    expect(await found(desk.clerk(1), '支部')).toEqual([1]);
    expect(await found(desk.clerk(1), '支部', { unitIds: [desk.units[0]?.unitId] })).toEqual([]);
    expect(await found(personActor('OFFICE_CHECKER', { committeeId: someId() }), '支部')).toEqual([]);
    expect(await found(desk.office(), '党')).toEqual(['SEARCH_TOO_SHORT']);
  });

  test('says where the first word stands', async () => {
    const { searchReports } = await ask(desk.office(), SEARCH, { query: '主题党日' });
    expect(searchReports.nodes[0].excerpt).toContain('开展“主题党日”活动');
  });

  test.each([
    ['a rare word behind more than are looked through one by one', '支部', [1, 0]],
    ['a word that many have', '其他单位', 'a page'],
  ])('finds %s', async (_, query, expected) => {
    await plantTexts(1500);
    const first = await ask(desk.office(), SEARCH, { query, first: 20 });
    if (expected !== 'a page') {
      expect(await found(desk.office(), query)).toEqual(expected);
      return;
    }
    const { nodes, pageInfo } = first.searchReports;
    const seen = new Set(nodes.map(({ report }: { report: { id: string } }) => report.id));
    for (let { endCursor, hasNextPage } = pageInfo; hasNextPage; ) {
      const { searchReports } = await ask(desk.office(), SEARCH, { query, first: 1000, after: endCursor });
      for (const { report } of searchReports.nodes) seen.add(report.id);
      ({ endCursor, hasNextPage } = searchReports.pageInfo);
    }
    expect(seen.size).toBe(1500);
  });

  test('goes back month by month, and on from any of them', async () => {
    for (const [unit, day] of [
      [2, '2020-11-20'],
      [4, '2020-12-22'],
      [5, '2021-01-23'],
      [3, '2021-03-01'],
    ] as const) {
      world.clock.set(`${day}T09:00:00+08:00`);
      await desk.handIn(unit, said('1', '其他支部'));
    }
    const all = [3, 5, 4, 2, 1, 0];
    expect(await found(desk.office(), '支部')).toEqual(all);
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { searchReports } = await ask(desk.office(), SEARCH, { query: '支部', first: 1, after });
      ids.push(...searchReports.nodes.map(({ report }: { report: { id: string } }) => report.id));
      ({ hasNextPage: more, endCursor: after } = searchReports.pageInfo);
    }
    expect(ids).toEqual(all.map((unit) => desk.units[unit]?.reportId));
    expect(await found(desk.office(), '没有的词')).toEqual([]);
  });

  test('looks at what its page needs, not at all that has the words', async () => {
    await plantTexts(1500);
    await plantTexts(1100, '2021-03-01T09:00:00+08:00', '近来的信息');
    const { hits, rows } = await lookedAt(['其他单位']);
    expect(hits.length).toBe(21);
    expect(rows).toBeLessThan(700);
  });

  test('looks for a unit at its own reports where all have the words', async () => {
    for (const month of [1, 2, 3, 4]) await plantTexts(300, `2021-0${month}-01T09:00:00+08:00`, '其他支部的信息');
    const { hits, rows } = await lookedAt(['支部'], [desk.units[1]?.unitId]);
    expect(hits).toEqual([desk.units[1]?.reportId]);
    expect(rows).toBeLessThan(100);
  });

  test('looks at nothing for whoever sees no unit', async () => {
    expect(await lookedAt(['支部'], [])).toMatchObject({ hits: [], rows: 0 });
  });

  test('reads of all that a unit may see what was found', async () => {
    await plantTexts(1500);
    await world.database.query('analyze reports.report, reports.report_text');
    const plans = await plansOf(() => found(desk.clerk(5), '其他单位'));
    const [page] = plans.filter((plan) => plan.includes('find_reports'));
    expect(page).toContain('report_pkey on report r');
    expect(page).toContain('report_text_pkey on report_text w');
  });

  test.each([100, 600])('looks for a rare word as little beside one of %i a month as alone', async (count) => {
    await plantTexts(1, '2012-01-10T09:00:00+08:00', '最早的信息');
    await plantTexts(count);
    const alone = await lookedAt(['未见']);
    const beside = await lookedAt(['其他单位的信息', '未见']);
    expect(alone.blocks).toBeGreaterThan(200);
    expect(beside.blocks).toBeLessThan(1.5 * alone.blocks);
  });

  test('finds all the words where each of them is common, in whatever month', async () => {
    await plantTexts(600, '2021-01-01T09:00:00+08:00', '其他单位的信息');
    await plantTexts(600, '2020-12-01T09:00:00+08:00', '支部的信息');
    await plantTexts(1, '2020-12-02T09:00:00+08:00', '其他单位的支部');
    await desk.handIn(0, said('1', '其他单位的第一支部'));
    expect(await found(desk.office(), '其他单位 支部')).toEqual([-1, 0]);
    expect(await found(desk.office(), '支部 其他单位')).toEqual([-1, 0]);
    expect(await found(desk.clerk(0), '支部 其他单位')).toEqual([0]);
  });

  /** The first page of a search by the function alone, and how much of the table and its indexes it looked at. */
  async function lookedAt(words: readonly string[], unitIds: readonly unknown[] | null = null) {
    const { query } = world.database;
    await query('analyze reports.report_text');
    await query('begin');
    const search = `select report_id as id from reports.find_reports($1, $2, $3, null, null, null, null, null, 21)`;
    const sought = [desk.committeeId, unitIds, words];
    const before = await rowsFetched();
    const found = await query<{ id: string }>(search, sought);
    const rows = (await rowsFetched()) - before;
    // A second time, when no plan is made any more.
    const [explained] = await query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${search}`,
      sought,
    );
    await query('commit');
    const plan = explained?.['QUERY PLAN'][0]?.Plan;
    const blocks = Number(plan?.['Shared Hit Blocks']) + Number(plan?.['Shared Read Blocks']);
    return { hits: found.map(({ id }) => id), rows, blocks };
  }

  /** By this connection, with what it has not handed on yet of earlier transactions. */
  async function rowsFetched(): Promise<number> {
    const [fetched] = await world.database.query<{ rows: number }>(
      `select idx_tup_fetch::int as rows from pg_stat_xact_user_tables where relid = 'reports.report_text'::regclass`,
    );
    return fetched?.rows ?? 0;
  }

  test('finds as much where the owner of the database is no superuser', async () => {
    const [owner] = await world.database.query<{ name: string }>('select current_user as name');
    const give = async (to: string) => {
      await world.database.query(`alter table reports.report_text owner to ${to}`);
      await world.database.query(
        `do $$ begin execute format('alter function %s owner to ${to}', 'reports.find_reports'::regproc::regprocedure); end $$`,
      );
    };
    await give('hub_reports');
    try {
      expect(await found(desk.office(), '支部')).toEqual([1, 0]);
      expect(await found(desk.clerk(1), '支部')).toEqual([1]);
    } finally {
      await give(owner?.name ?? '');
    }
  });

  /** Newer reports of somebody else, each with the same words. */
  async function plantTexts(count: number, at = AFTER_DUE, body = '其他单位的信息'): Promise<void> {
    const ids = Array.from({ length: count }, () => someId());
    await world.database.query(
      `insert into reports.report
         (committee_id, report_id, kind, period_key, title, organization_id, organization_name, unit_id, nature,
          template_id, template_version, visibility, state, first_submitted_at, submitted_at, updated_at)
       select r.committee_id, new.id, 'INFORMATION', '2020', '信息', r.organization_id, '某局', r.unit_id, r.nature,
              r.template_id, 1, 'COMMITTEE', 'SUBMITTED', $3, $3, $3
       from reports.report r, unnest($2::uuid[]) as new(id) where r.report_id = $1`,
      [desk.units[5]?.reportId, ids, at],
    );
    await world.database.query(
      `insert into reports.report_text (committee_id, report_id, unit_id, kind, submitted_at, body)
       select $1, new.id, $2, 'INFORMATION', $4, $5 from unnest($3::uuid[]) as new(id)`,
      [desk.committeeId, desk.units[5]?.unitId, ids, at, body],
    );
  }
});

test('folding looks at all committees and changes one at a time', async () => {
  await desk.handIn(0, said('1'));
  expect(await fold()).toBe(0);
  for (let again = 0; again < 9; again += 1) await desk.handIn(0, said(String(again)));
  expect(await fold()).toBe(1);
  const system = { side: 'system', committeeId: NO_COMMITTEE, name: 'tallies' } as const;
  const rows = await world
    .subgraph('reports')
    .database.read(system, (tx) =>
      tx.query<{ id: string }>('select committee_id as id from reports.report_sum where task_id = $1', [desk.taskId]),
    );
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([desk.committeeId]));
});
