import { encodeCursor, type PersonActor } from '@hub/core';

import { subgraphNamed } from '../../support/subgraphs';
import { type BenchWorld, openBenchWorld } from '../world/bench-world';
import { addHistory, type History } from './history';
import { type Act, compareInTurns, heading } from './turns';

const NODES = 'nodes { id kind title state organizationName unit { id } dueAt late submittedAt version }';
const LIST = `query ($box: ReportBox!, $filter: ReportFilterInput, $after: String) {
  reports(box: $box, filter: $filter, first: 20, after: $after) { ${NODES} pageInfo { hasNextPage endCursor } } }`;
const COUNTED = `query ($box: ReportBox!, $filter: ReportFilterInput) {
  reports(box: $box, filter: $filter, first: 20) { totalCount ${NODES} } }`;
const SEARCH = `query ($query: String!, $filter: ReportSearchFilterInput) {
  searchReports(query: $query, filter: $filter, first: 20) {
    nodes { excerpt report { id title organizationName submittedAt } } pageInfo { hasNextPage endCursor } } }`;
/** What MyMonth asks of this subgraph. */
const MONTH = `{ unitAsks(first: 50) { totalCount nodes { taskId reportId title periodLabel stateName dueAt open overdue
  askedFields prefilled { key label number } } pageInfo { hasNextPage endCursor } }
  unitBurden(first: 12) { nodes { month tasks askedFields minutesEstimated handedIn } } }`;

/** Lists, search and a unit's month over 1 800 reports and over a thousand times as many. */
export async function benchLists(years: number): Promise<void> {
  const small = await openSide(1);
  const large = await openSide(years);
  try {
    heading(`列表、检索、本月要报：${small.reports} 份与 ${large.reports} 份，办公室与单位各看各的`);
    for (const what of Object.keys(small.acts)) {
      await compareInTurns({ what, small: small.acts[what] as Act, large: large.acts[what] as Act });
    }
  } finally {
    await small.world.close();
    await large.world.close();
  }
}

interface Side {
  readonly world: BenchWorld;
  readonly reports: number;
  readonly acts: Readonly<Record<string, Act>>;
}

async function openSide(years: number): Promise<Side> {
  const world = await openBenchWorld(subgraphNamed('reports'));
  const history = await addHistory(world, years);
  return { world, reports: history.reports, acts: await actsOf(world, history) };
}

export async function actsOf(world: BenchWorld, { units, zoneId, words }: History): Promise<Side['acts']> {
  const unit = units[4];
  const office = world.person('OFFICE_CHECKER');
  const clerk = world.person('UNIT_CLERK', unit);
  const list =
    (actor: PersonActor, filter: object, more: object = {}, query = LIST): Act =>
    () =>
      world.graphql(actor, query, { box: 'HANDED_IN', filter, ...more });
  const search =
    (actor: PersonActor, query: string): Act =>
    () =>
      world.graphql(actor, SEARCH, { query });
  return {
    '办公室列表，首页': list(office, {}),
    '办公室列表，首页连总数': list(office, {}, {}, COUNTED),
    '办公室列表，正中一页': list(office, {}, { after: await middle(world, null) }),
    '办公室列表，亮点工作': list(office, { kinds: ['HIGHLIGHT'] }),
    '办公室列表，亮点工作连总数': list(office, { kinds: ['HIGHLIGHT'] }, {}, COUNTED),
    '办公室列表，待审连总数': list(office, { states: ['SUBMITTED'] }, {}, COUNTED),
    '办公室列表，迟报连总数': list(office, { late: true }, {}, COUNTED),
    '办公室列表，优秀连总数': list(office, { excellent: true }, {}, COUNTED),
    '办公室列表，最早一期': list(office, { periodKey: await oldestPeriod(world) }),
    '办公室列表，一个单位连总数': list(office, { unitIds: [unit?.unitId] }, {}, COUNTED),
    '办公室列表，一个片区': list(office, { zoneId }),
    '办公室列表，办理中': list(office, {}, { box: 'WORKED_ON' }),
    '单位列表，首页连总数': list(clerk, {}, {}, COUNTED),
    '单位列表，正中一页': list(clerk, {}, { after: await middle(world, unit?.unitId ?? null) }),
    '单位列表，办理中': list(clerk, {}, { box: 'WORKED_ON' }),
    '办公室检索，处处有的词': search(office, words.common),
    '办公室检索，少见的词': search(office, words.rare),
    '办公室检索，旧件中处处有的词': search(office, words.old),
    '办公室检索，旧件中处处有的词与少见的词': search(office, `${words.old} ${words.rare}`),
    '办公室检索，一个字与旧件中处处有的词': search(office, `次 ${words.old}`),
    '办公室检索，没有的词': search(office, words.none),
    '单位检索，处处有的词': search(clerk, words.common),
    '单位检索，旧件中处处有的词': search(clerk, words.old),
    '单位检索，没有的词': search(clerk, words.none),
    本月要报: () => world.graphql(clerk, MONTH, {}),
  };
}

/** The cursor that is amid all that was handed in, or amid what one unit did. */
async function middle({ owner }: BenchWorld, unitId: string | null): Promise<string> {
  const { rows } = await owner.query<{ at: Date; id: string }>(
    `select submitted_at as at, report_id as id from reports.report
     where submitted_at is not null and ($1::uuid is null or unit_id = $1)
     order by submitted_at desc, report_id desc
     offset (select count(*) / 2 from reports.report where submitted_at is not null and ($1::uuid is null or unit_id = $1))
     limit 1`,
    [unitId],
  );
  return encodeCursor([rows[0]?.at, rows[0]?.id]);
}

async function oldestPeriod({ owner }: BenchWorld): Promise<string> {
  const { rows } = await owner.query<{ key: string }>('select min(period_key) as key from reports.report');
  return rows[0]?.key ?? '';
}
