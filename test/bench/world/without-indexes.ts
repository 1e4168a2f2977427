import type { BenchWorld } from './bench-world';

/** Millions of rows come several times as fast when the indexes of their tables are made afterwards. */
export async function withoutIndexes(
  { owner }: Pick<BenchWorld, 'owner'>,
  schema: string,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as definition from pg_indexes
     where schemaname = $1 and tablename = any($2) and indexname <> tablename || '_pkey'`,
    [schema, tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await load();
  await owner.query(`set maintenance_work_mem = '1GB'`);
  // On partitions as well, which the definition leaves out.
  for (const { definition } of rows) await owner.query(definition.replace(' ON ONLY ', ' ON '));
  await owner.query('reset maintenance_work_mem');
}
