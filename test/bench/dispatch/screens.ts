import { IdFactory, type PersonActor } from '@hub/core';

import type { BenchWorld } from '../world/bench-world';
import { median, print, printRatio, timed } from '../world/timing';

/** One year of one real committee: 1573 papers to 132 units. */
const UNITS = 132;
const PAPERS_A_YEAR = 1573;
const LAST_YEAR = 2020;
/** Papers of the last weeks, which units have not all signed. */
const OPEN_PAPERS = 40;
const ROUNDS = 60;

export const SCREENS = {
  办理进度: 'query ($id: ID!) { documentProgress(documentId: $id) { live awaiting acknowledged feedbackAccepted } }',
  收件箱待办: '{ inbox(first: 20) { totalCount nodes { id state deliveredAt acknowledgeDueAt } } }',
  收件箱全部: '{ inbox(box: ALL, first: 20) { nodes { id state deliveredAt } pageInfo { hasNextPage endCursor } } }',
} as const;

type Times = Readonly<Record<keyof typeof SCREENS, number>>;

/** Progress and inbox over one year of receipts and over ten. */
export async function benchScreens(world: BenchWorld): Promise<void> {
  const { units, latest } = await addOneYear(world);
  const oneYear = await measure(world, units, latest, '208 000');
  await addYears(world, units, LAST_YEAR - 9, LAST_YEAR - 1);
  const tenYears = await measure(world, units, latest, '2 080 000');
  for (const screen of Object.keys(SCREENS) as (keyof Times)[]) {
    const growth = tenYears[screen] / oneYear[screen];
    printRatio(`${screen}，收文增至十倍时耗时之比`, growth, '< 1.5', growth < 1.5);
  }
}

/** The units of a committee and their receipts of a year; the id of its latest paper. */
export async function addOneYear(
  world: BenchWorld,
): Promise<{ readonly units: readonly BenchUnit[]; readonly latest: string }> {
  const units = Array.from({ length: UNITS }, () => ({ unitId: world.ids.next(), organizationId: world.ids.next() }));
  await addUnits(world, units);
  return { units, latest: await addYears(world, units, LAST_YEAR, LAST_YEAR) };
}

interface BenchUnit {
  readonly unitId: string;
  readonly organizationId: string;
}

async function addUnits({ committeeId, owner }: BenchWorld, units: readonly BenchUnit[]): Promise<void> {
  await owner.query(
    `insert into dispatch.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, u."organizationId", u."unitId", '机关委员会', 'ORGAN_COMMITTEE', array[u."organizationId"], true, 1
     from jsonb_to_recordset($2::jsonb) as u("unitId" uuid, "organizationId" uuid)`,
    [committeeId, JSON.stringify(units)],
  );
}

/** Receipts and counters of whole years, as they stand when nearly all is signed; the id of the latest paper. */
async function addYears(world: BenchWorld, units: readonly BenchUnit[], from: number, to: number): Promise<string> {
  let latest = '';
  for (let year = from; year <= to; year += 1) {
    // Ids never run backwards: each year has a factory of its own, so that its papers lie in its partition.
    const ids = new IdFactory(world.clock);
    const papers = Array.from({ length: PAPERS_A_YEAR }, (_, index) => {
      world.clock.set(new Date(Date.UTC(year, 0, 2) + index * 5 * 3_600_000));
      latest = ids.next();
      return { id: latest, at: world.clock.now(), open: year === LAST_YEAR && index >= PAPERS_A_YEAR - OPEN_PAPERS };
    });
    await insertReceipts(world, papers, units);
  }
  await world.owner.query('vacuum analyze dispatch.receipt, dispatch.document_progress');
  return latest;
}

async function insertReceipts(
  { committeeId, owner }: BenchWorld,
  papers: readonly { readonly id: string; readonly at: Date; readonly open: boolean }[],
  units: readonly BenchUnit[],
): Promise<void> {
  await owner.query(
    `insert into dispatch.receipt
       (committee_id, document_id, organization_id, unit_id, unit_name, organization_name, protocol_order, role, duty,
        state, delivered_at, acknowledge_due_at, acknowledged_at)
     select $1, p.id, u."organizationId", u."unitId", '某局', '机关委员会', u.n, 'TO', 'ACKNOWLEDGE',
            case when p.open then 'DELIVERED' else 'CLOSED' end, p.at, p.at + interval '1 day',
            case when not p.open then p.at + interval '2 hours' end
     from jsonb_to_recordset($2::jsonb) as p(id uuid, at timestamptz, open boolean)
     cross join rows from (jsonb_to_recordset($3::jsonb) as ("unitId" uuid, "organizationId" uuid))
       with ordinality as u("unitId", "organizationId", n)`,
    [committeeId, JSON.stringify(papers), JSON.stringify(units)],
  );
  await owner.query(
    `insert into dispatch.document_progress
     select $1, p.id, p.id, 132, 0, 132, 0, 0, 0, 0, 0, 0, 0, 0, 0, 132, 0, 0
     from jsonb_to_recordset($2::jsonb) as p(id uuid)`,
    [committeeId, JSON.stringify(papers)],
  );
}

async function measure(world: BenchWorld, units: readonly BenchUnit[], latest: string, label: string): Promise<Times> {
  const clerk = world.person('UNIT_CLERK', units[0]);
  const checker = world.person('OFFICE_CHECKER');
  const time = (actor: PersonActor, query: string) => medianOf(() => world.graphql(actor, query, { id: latest }));
  const times: Times = {
    办理进度: await time(checker, SCREENS.办理进度),
    收件箱待办: await time(clerk, SCREENS.收件箱待办),
    收件箱全部: await time(clerk, SCREENS.收件箱全部),
  };
  const shown = Object.entries(times).map(([screen, ms]) => `${screen} ${ms.toFixed(2)} 毫秒`);
  print(`${label} 份收文：${shown.join('，')}`);
  return times;
}

async function medianOf(act: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 10; warm += 1) await act();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(act));
  return median(times);
}
