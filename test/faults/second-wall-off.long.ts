import type { TestDatabase } from '../support';
import { openCommitteeWithSecrets } from './hostile/committee-with-secrets';
import { Crossing } from './walls/crossing';

// Without row security a login sees whatever its side was granted: what is left are the policies of the use cases and the
// conditions of the queries.

let crossing: Crossing;

beforeAll(async () => {
  const { hub, strangerId } = await openCommitteeWithSecrets();
  const database = await hub.leaveDatabase();
  await switchOff(database);
  crossing = await Crossing.open(database, strangerId);
}, 300_000);

afterAll(async () => {
  process.stdout.write(`second wall off: ${crossing?.tried} operations tried\n`);
  await crossing?.close();
});

/** In the clone of this file alone; what was granted stays. */
async function switchOff(database: TestDatabase): Promise<void> {
  await database.query(
    `do $$ declare name regclass; begin
       for name in select c.oid::regclass from pg_class c where c.relrowsecurity loop
         execute format('alter table %s disable row level security', name);
       end loop;
     end $$`,
  );
}

test('policies and queries alone: nobody is shown or changes what is foreign', async () => {
  const faults = await crossing.faults();
  expect(faults).toEqual([]);
}, 2_400_000);

test('whoever may see and do it finds what is marked, through the same doors', async () => {
  expect((await crossing.faultsOf(crossing.registrar)).length).toBeGreaterThan(30);
}, 300_000);
