import { idLowerBound } from '@hub/core';
import type { DataSource } from 'typeorm';

/**
 * Creates the missing yearly partitions of every table of a schema that is cut on a uuidv7. There is no default
 * partition: a missing year is an error at the insert, never a slow table later.
 */
export async function ensureYearPartitions(
  owner: Pick<DataSource, 'query'>,
  schema: string,
  years: { readonly from: number; readonly to: number },
): Promise<void> {
  const parents: { table: string }[] = await owner.query(
    `select c.relname as table from pg_partitioned_table p
     join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 order by 1`,
    [schema],
  );
  for (const { table } of parents) {
    for (let year = years.from; year <= years.to; year += 1) {
      await owner.query(
        `create table if not exists ${schema}.${table}_${year} partition of ${schema}.${table}
         for values from ('${startOfYear(year)}') to ('${startOfYear(year + 1)}')`,
      );
    }
  }
}

const startOfYear = (year: number): string => idLowerBound(new Date(Date.UTC(year, 0, 1)));
