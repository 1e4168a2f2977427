import { sideRole } from '@hub/persistence';

import { createTestDatabase, SUBGRAPHS, type TestDatabase } from '../support';
import { namedActors } from './second-wall/named-actors';
import { OPEN_TO_ADMINISTRATORS } from './second-wall/open-tables';
import { SYSTEM_WORK } from './second-wall/system-work';
import { type Policy, WrittenShapes } from './second-wall/written-shapes';

const schemas = SUBGRAPHS.map(({ database }) => database.schema);

/** The system alone works across committees, and only here. */
const EVERY_ROW = [
  'organization.committee committee_system',
  ...schemas.flatMap((schema) => [
    `${schema}.outbox outbox_system`,
    `${schema}.idempotency_key idempotency_key_system`,
    // The trail of all committees is verified as one.
    `${schema}.audit audit_system`,
    `${schema}.audit_head audit_head_system`,
  ]),
  // A sweep finds calendars that changed, whosever they are.
  ...schemas.map((schema) => `${schema}.time_rules time_rules_system`),
  // A sweep finds what is due in all committees at once; it writes within one.
  'dispatch.receipt receipt_system',
  ...schemas.map((schema) => `${schema}.reminder reminder_system`),
  ...schemas.filter((schema) => schema !== 'dispatch').map((schema) => `${schema}.kept_deadline kept_deadline_system`),
  // A sweep finds plans whose day has come; it opens within a committee.
  'reports.report_plan report_plan_system',
  // A sweep finds ledgers that have grown; it folds within a committee.
  'reports.report_tally report_tally_system',
  'reports.report_sum report_sum_system',
];

/** Reads a setting for an initialisation plan, which no row has a part in. */
const READS_SETTINGS = 'current_setting';

let database: TestDatabase;
let policies: Policy[];
let shapes: WrittenShapes;

beforeAll(async () => {
  database = await createTestDatabase();
  shapes = await WrittenShapes.of(database);
  policies = await database.query<Policy>(
    `select schemaname || '.' || tablename as table, policyname as name, roles::text[] as roles,
            permissive = 'RESTRICTIVE' as restrictive, qual as rows, with_check as check
     from pg_policies where schemaname = any($1) order by 1, 2`,
    [schemas],
  );
});

afterAll(() => database.drop());

const nameOf = ({ table, name }: Policy) => `${table} ${name}`;
const expressionsOf = ({ rows, check }: Policy) => [rows, ...(check === null ? [] : [check])];

test('every policy has one of the written shapes', () => {
  const other = policies.flatMap((policy) =>
    expressionsOf(policy)
      .filter((expression) => shapes.shapeOf(policy, expression) === null)
      .map((expression) => `${nameOf(policy)}: ${shapes.inWords(expression)}`),
  );
  expect(other).toEqual([]);
});

test('only the tables of the system that are named let every row through', () => {
  const open = policies.filter((policy) =>
    expressionsOf(policy).some((each) => shapes.shapeOf(policy, each) === 'every row'),
  );
  expect(open.map(nameOf).sort()).toEqual([...EVERY_ROW].sort());
  expect(open.flatMap(({ roles }) => roles).filter((role) => !role.endsWith('_system'))).toEqual([]);
});

test('every setting is read once a statement, inside a select of its own', () => {
  const outside = policies.filter((policy) =>
    expressionsOf(policy).some((each) => each.replace(/\( SELECT [^"]*? AS "\w+"\)/g, '').includes(READS_SETTINGS)),
  );
  expect(outside.map(nameOf)).toEqual([]);
  expect(policies.filter(({ rows }) => rows.includes(READS_SETTINGS)).length).toBeGreaterThan(100);
});

test('policies compare with nothing that leaks, so that indexes stay in use', async () => {
  const leaking = await database.query<{ name: string; function: string }>(
    `with used as (
       select p.polrelid::regclass || ' ' || p.polname as name,
              (regexp_matches(concat(p.polqual, p.polwithcheck), ':(?:opfuncid|funcid) (\\d+)', 'g'))[1]::oid as id
       from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace::regnamespace::text = any($1)
     )
     select distinct name, f.proname as function from used join pg_proc f on f.oid = used.id
     where not f.proleakproof and f.proname <> $2 order by 1, 2`,
    [schemas, READS_SETTINGS],
  );
  expect(leaking).toEqual([]);
});

test('no table has a column of a type whose comparison leaks', async () => {
  const columns = await database.query<{ name: string }>(
    `select a.attrelid::regclass || '.' || a.attname as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace::regnamespace::text = any($1) and c.relkind in ('r', 'p') and a.attnum > 0
       and (t.typtype = 'e' or t.typname = 'ltree')`,
    [schemas],
  );
  expect(columns).toEqual([]);
});

test('every table is closed to administrators, office and units alike, or is named with its reason', async () => {
  const tables = await database.query<{ name: string; schema: string }>(
    `select c.oid::regclass::text as name, n.nspname as schema
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'`,
    [schemas],
  );
  const closed = new Set(
    policies.flatMap((policy) => {
      const { restrictive, rows, roles, table } = policy;
      const sides = (['office', 'unit'] as const).map((side) => sideRole(table.split('.')[0] as string, side));
      const both = sides.every((role) => roles.includes(role));
      return restrictive && both && shapes.shapeOf(policy, rows) === 'closed to administrators' ? [table] : [];
    }),
  );
  const undecided = tables.filter(({ name }) => closed.has(name) === name in OPEN_TO_ADMINISTRATORS);
  expect(undecided.map(({ name }) => name)).toEqual([]);
  const known = new Set(tables.map(({ name }) => name));
  expect(Object.keys(OPEN_TO_ADMINISTRATORS).filter((name) => !known.has(name))).toEqual([]);
  expect(closed.size).toBeGreaterThan(15);
});

test('the system’s side may do what its named actors need, and no more', async () => {
  const granted = await database.query<{ grant: string }>(
    `select c.oid::regclass || ' ' || lower(x.privilege_type) as grant
     from pg_class c cross join aclexplode(c.relacl) x
     where c.relnamespace::regnamespace::text = any($1) and x.grantee::regrole::text like '%\\_system'
     union
     select c.oid::regclass || ' ' || lower(x.privilege_type) || ' (' || a.attname || ')'
     from pg_attribute a join pg_class c on c.oid = a.attrelid cross join aclexplode(a.attacl) x
     where c.relnamespace::regnamespace::text = any($1) and x.grantee::regrole::text like '%\\_system'`,
    [schemas],
  );
  const needed = Object.entries(SYSTEM_WORK).flatMap(([schema, actors]) =>
    Object.values(actors).flatMap((work) =>
      Object.entries(work).flatMap(([table, grants]) => grants.map((grant) => `${schema}.${table} ${grant}`)),
    ),
  );
  expect(granted.map(({ grant }) => grant).sort()).toEqual([...new Set(needed)].sort());
});

test('whoever works as the system goes by a name that stands in the list', () => {
  const named = namedActors();
  const listed = Object.entries(SYSTEM_WORK).flatMap(([schema, actors]) =>
    Object.keys(actors).map((name) => ({ schema, name })),
  );
  const unknown = named.filter(
    ({ subgraph, name }) =>
      name === null || !listed.some((each) => each.name === name && (subgraph === null || each.schema === subgraph)),
  );
  expect(unknown).toEqual([]);
  const names = new Set(named.map(({ name }) => name));
  expect(listed.filter(({ name }) => name !== 'every act' && !names.has(name))).toEqual([]);
});
