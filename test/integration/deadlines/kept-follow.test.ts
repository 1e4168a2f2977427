import type { NewDeadline } from '@hub/deadlines';

import { reportsBook } from '../../../subgraphs/reports/src/data/deadline-book';
import { createTestWorld, type TestWorld } from '../../support';
import { type Body, type KeptWorld, openKeptWorld } from './kept-world';

let world: TestWorld;
let k: KeptWorld;
let owed: NewDeadline;
/** The organisation that moves, and a unit that takes it in. */
let merged: Body;
let successor: Body;
/** Another organisation of the unit that it leaves. */
let left: Body;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  k = await openKeptWorld(world, reportsBook, 'REPORT');
  [merged, successor] = [k.body(0), k.body(1)];
  left = { organizationId: world.ids.next(), unitId: merged.unitId };
  await k.tell(left);
  owed = k.deadline(merged);
  await k.act(k.office(), (deadlines) => deadlines.open([owed, k.deadline(left)]));
  const end = { ...owed, dueAt: new Date('2020-11-05T18:00:00+08:00'), basis: 'GRANTED' as const };
  await k.act(k.office(), (deadlines) => deadlines.move([end], '批准延期'));
  await k.sweepAt('2020-10-28T09:00');
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

/** What a clerk sees of the merged organisation: its clock, what was said, and its moves. */
async function seenBy(body: Body): Promise<number[]> {
  const context = world.context('reports', k.clerk(body));
  const counts = ['deadline', 'reminder', 'deadline_move'].map((table) =>
    context.read((tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from reports.${table} where organization_id = $1`, [
        merged.organizationId,
      ]),
    ),
  );
  return (await Promise.all(counts)).map(([row]) => row?.count ?? -1);
}

const ALL = [1, 1, 1];
const NOTHING = [0, 0, 0];

const merge = (version = 2) => k.tell(merged, { unitId: successor.unitId, version });

test('a merged organisation takes its clock, its reminders and their history with it', async () => {
  expect([await seenBy(left), await seenBy(successor)]).toEqual([ALL, NOTHING]);
  await merge();
  expect([await seenBy(left), await seenBy(successor)]).toEqual([NOTHING, ALL]);
  await k.sweepAt('2020-11-05T18:00');
  const last = (await k.events('hub.notice-requested')).at(-1);
  const { organizationId } = merged;
  expect(last).toMatchObject({ unitId: successor.unitId, addressees: [{ to: 'UNIT_DESK', organizationId }] });
  await k.act(k.clerk(successor), (deadlines) => deadlines.close([owed], '已报送'));
  expect(await seenBy(successor)).toEqual([0, 2, 1]);
  expect(await k.events('hub.notices-settled')).toHaveLength(1);
});

test('what stays in the unit stays its own', async () => {
  await merge();
  const own = await world
    .context('reports', k.clerk(left))
    .read((tx) => tx.query('select organization_id as id from reports.deadline'));
  expect(own).toEqual([{ id: left.organizationId }]);
});

test('the newest snapshot counts, in whatever order they come, and twice is once', async () => {
  const last = k.body(2);
  await k.tell(merged, { unitId: last.unitId, version: 3 });
  await merge(2);
  await k.tell(merged, { unitId: last.unitId, version: 3 });
  expect([await seenBy(successor), await seenBy(last)]).toEqual([NOTHING, ALL]);
});

test('what a dissolved organisation owed is owed by nobody, and its notices are done', async () => {
  await k.tell(merged, { active: false, dissolved: true, version: 2 });
  const closed = await k.rows('select close_reason from reports.kept_deadline where organization_id = $1', [
    merged.organizationId,
  ]);
  expect(closed).toEqual([{ close_reason: '党组织已撤销' }]);
  await k.tell(merged, { active: false, dissolved: true, version: 3 });
  expect(await k.events('hub.notices-settled')).toHaveLength(1);
  await k.sweepAt('2020-12-01T09:00');
  expect(await k.ledgerOf(merged)).toEqual(['REPORT HALF SENT']);
  expect((await k.ledgerOf(left)).length).toBeGreaterThan(2);
});

test('one that is suspended goes on owing', async () => {
  await k.tell(merged, { active: false, version: 2 });
  await k.sweepAt('2020-11-05T18:00');
  expect(await k.ledgerOf(merged)).toEqual(['REPORT HALF SENT', 'REPORT END SENT']);
});
