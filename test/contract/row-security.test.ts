import { loginRole, SIDES, sideRole } from '@hub/persistence';

import { createTestDatabase, SUBGRAPHS, someId, type TestDatabase } from '../support';

const schemas = SUBGRAPHS.map(({ database }) => database.schema);
/** Written by the owner at migrations; no role of a subgraph may touch it. */
const OWNERS_OWN = ['migration'];

interface Table {
  readonly schema: string;
  readonly table: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly partition: boolean;
}

let database: TestDatabase;
let tables: Table[];

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await database.query<Table>(
    `select n.nspname as schema, c.relname as table, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
            c.relispartition as partition
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1, 2`,
    [schemas],
  );
});

afterAll(() => database.drop());

const ownTables = () => tables.filter(({ partition, table }) => !partition && !OWNERS_OWN.includes(table));
const nameOf = ({ schema, table }: Table) => `${schema}.${table}`;

/** What the scope of units is taken from: the projection of the directory, or the directory itself. */
const scopeTable = (schema: string) =>
  schema === 'organization' ? 'organization.organization' : `${schema}.directory_organization`;

/** Looked through by a function of the owner: it tells a scope, or ids that are joined with a guarded table. */
const LOOKED_THROUGH = ['reports.report_text', ...schemas.map(scopeTable)];

test('every table of every subgraph is under row security, for its owner too', () => {
  const open = ownTables().filter((table) => !table.secured || table.forced === LOOKED_THROUGH.includes(nameOf(table)));
  expect(open.map(nameOf)).toEqual([]);
  expect(ownTables().length).toBeGreaterThan(30);
});

test('every table has a policy', async () => {
  const rows = await database.query<{ name: string }>(
    `select distinct schemaname || '.' || tablename as name from pg_policies where schemaname = any($1)`,
    [schemas],
  );
  const withPolicy = new Set(rows.map(({ name }) => name));
  expect(
    ownTables()
      .map(nameOf)
      .filter((name) => !withPolicy.has(name)),
  ).toEqual([]);
});

test('every policy names the roles it is for and looks at the committee, or is for the system alone', async () => {
  const policies = await database.query<{ name: string; roles: string[]; rows: string }>(
    `select schemaname || '.' || tablename || ' ' || policyname as name, roles::text[] as roles, qual as rows
     from pg_policies where schemaname = any($1) and permissive = 'PERMISSIVE'`,
    [schemas],
  );
  const loose = policies.filter(({ roles, rows }) => {
    const system = roles.every((role) => role.endsWith('_system'));
    return roles.includes('public') || (!system && !rows.includes('hub.committee'));
  });
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test('roles of subgraphs own nothing and cannot step around row security', async () => {
  const roles = schemas.flatMap((schema) => [loginRole(schema), ...SIDES.map((side) => sideRole(schema, side))]);
  const found = await database.query<{ name: string; bypass: boolean; owner: boolean; super: boolean; owns: number }>(
    `select rolname as name, rolbypassrls as bypass, rolsuper as super,
            (select count(*)::int from pg_class where relowner = r.oid) as owns
     from pg_roles r where rolname = any($1)`,
    [roles],
  );
  expect(found).toHaveLength(roles.length);
  expect(found.filter((role) => role.bypass || role.super || role.owns > 0)).toEqual([]);
});

test('no role of a subgraph reaches another schema, a partition directly, or the list of migrations', async () => {
  const grants = await database.query<{ grantee: string; schema: string; table: string }>(
    `select distinct grantee, table_schema as schema, table_name as table
     from information_schema.role_table_grants where grantee like 'hub\\_%'`,
  );
  const partitions = new Set(tables.filter(({ partition }) => partition).map(nameOf));
  const wrong = grants.filter(({ grantee, schema, table }) => {
    if (schema === 'bullmq') return grantee !== 'hub_queue';
    const own = grantee === loginRole(schema) || SIDES.some((side) => grantee === sideRole(schema, side));
    return !own || partitions.has(`${schema}.${table}`) || OWNERS_OWN.includes(table);
  });
  expect(wrong).toEqual([]);
});

test('a login role sees no row before it takes a side', async () => {
  const [rights] = await database.query<{ tables: number }>(
    `select count(*)::int as tables from information_schema.role_table_grants where grantee = any($1)`,
    [schemas.map(loginRole)],
  );
  expect(rights?.tables).toBe(0);
});

test('every key of every table begins with the committee', async () => {
  const keys = await database.query<{ name: string; first: string }>(
    `select n.nspname || '.' || c.relname || ' ' || i.relname as name, a.attname as first
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where n.nspname = any($1) and (x.indisunique or x.indisprimary)`,
    [schemas],
  );
  // The code of a committee is how sign-in finds it, so it must be unique among all of them.
  const global = ['organization.committee committee_code_key'];
  const wrong = keys.filter(
    ({ name, first }) => first !== 'committee_id' && !name.includes('.migration') && !global.includes(name),
  );
  expect(wrong).toEqual([]);
});

test.each(schemas)('the scope of a unit in %s is found where the owner is no superuser', async (schema) => {
  const [committeeId, organizationId, unitId] = [someId(), someId(), someId()];
  const lives = schema === 'organization' ? { status: 'ACTIVE', effective_from: '2020-01-01' } : { active: true };
  await database.query('begin');
  try {
    await database.query('set local session_replication_role = replica');
    await database.query(
      `insert into ${scopeTable(schema)}
         (committee_id, organization_id, unit_id, kind, name, affiliation_path, version, ${Object.keys(lives).join(', ')})
       values ($1, $2, $3, 'ORGAN_COMMITTEE', '某局机关党委', array[$2::uuid], 1, ${Object.keys(lives)
         .map((_, at) => `$${at + 4}`)
         .join(', ')})`,
      [committeeId, organizationId, unitId, ...Object.values(lives)],
    );
    await database.query(`grant usage, create on schema ${schema} to ${loginRole(schema)}`);
    await database.query(`alter table ${scopeTable(schema)} owner to ${loginRole(schema)}`);
    await database.query(`alter function ${schema}.scope_units(uuid, uuid) owner to ${loginRole(schema)}`);
    await database.query(`set local role ${loginRole(schema)}`);
    const [scope] = await database.query(`select ${schema}.scope_units($1, $2) as units`, [
      committeeId,
      organizationId,
    ]);
    expect(scope).toEqual({ units: [unitId] });
  } finally {
    await database.query('rollback');
  }
});
