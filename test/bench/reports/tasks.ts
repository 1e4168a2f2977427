import { subgraphNamed } from '../../support/subgraphs';
import { type BenchWorld, openBenchWorld } from '../world/bench-world';
import { type AnsweredTask, addAnsweredTask } from './answered-task';
import { addTemplate } from './template';
import { type Act, compareInTurns, heading } from './turns';

const SIZES = { small: 132, large: 13_200 };

const PROGRESS = `query ($id: ID!) { reportProgress(taskId: $id) {
  total { asked handedIn onTime late awaited missing } zones { key asked handedIn missing } natures { key handedIn } } }`;
const SUMS = `query ($id: ID!, $by: ReportAggregateGrouping!) {
  reportAggregates(taskId: $id, field: "held", groupBy: $by) { label rows { key reports total average } } }`;
const FIGURES = `query ($id: ID!, $zone: ID, $after: String) {
  reportFigures(taskId: $id, field: "held", zoneId: $zone, first: 20, after: $after) {
    nodes { value report { id organizationName } } pageInfo { hasNextPage endCursor } } }`;
const COUNTED = FIGURES.replace('nodes {', 'totalCount nodes {');
const ALL = `query ($filter: ReportFilterInput!) {
  reports(box: OF_TASK, filter: $filter, first: 20) { totalCount nodes { id state organizationName } } }`;

type Asks = Readonly<Record<string, Act>>;

/** What a task of 132 units shows, and one of 13 200. */
export async function benchTasks(): Promise<void> {
  const world = await openBenchWorld(subgraphNamed('reports'));
  try {
    const templateId = await addTemplate(world);
    const small = await asksOf(world, await addAnsweredTask(world, templateId, SIZES.small));
    const large = await asksOf(world, await addAnsweredTask(world, templateId, SIZES.large));
    heading(`一项任务：应报 ${SIZES.small} 份与 ${SIZES.large} 份`);
    for (const what of Object.keys(small)) {
      await compareInTurns({ what, small: small[what] as Act, large: large[what] as Act });
    }
  } finally {
    await world.close();
  }
}

async function asksOf(world: BenchWorld, { taskId: id, zoneId }: AnsweredTask): Promise<Asks> {
  const office = world.person('OFFICE_CHECKER');
  const ask =
    (query: string, more: object = {}): Act =>
    () =>
      world.graphql(office, query, { id, ...more });
  const after = await middle(world, id);
  return {
    报送进度: ask(PROGRESS),
    '汇总，合计': ask(SUMS, { by: 'NONE' }),
    '汇总，按片区': ask(SUMS, { by: 'ZONE' }),
    '汇总，按性质': ask(SUMS, { by: 'NATURE' }),
    '逐份数字，首页': ask(FIGURES),
    '逐份数字，首页连总数': ask(COUNTED),
    '逐份数字，一个片区': ask(FIGURES, { zone: zoneId }),
    '逐份数字，正中一页': ask(FIGURES, { after }),
    '任务的全部报送，首页连总数': ask(ALL, { filter: { taskId: id } }),
  };
}

/** Walked to by pages, as people get there: the cursor amid all figures. */
async function middle(world: BenchWorld, id: string): Promise<string> {
  const query = `query ($id: ID!, $offset: Int!) { reportFigures(taskId: $id, field: "held", first: 1, offset: $offset) {
    totalCount pageInfo { endCursor } } }`;
  const page = async (offset: number) =>
    (
      await world.graphql<{ reportFigures: { totalCount: number; pageInfo: { endCursor: string } } }>(
        world.person('OFFICE_CHECKER'),
        query,
        { id, offset },
      )
    ).reportFigures;
  return (await page(Math.floor((await page(0)).totalCount / 2))).pageInfo.endCursor;
}
