import { DomainError } from '@hub/core';

import type { TestWorld } from '../../support';

/** The reason with which an act is refused; anything else it does fails the test. */
export async function reasonOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
  throw new Error('the act was not refused');
}

/** A digest of every row of the subgraph: equal before and after an act that must leave no trace. */
export async function fingerprint(world: TestWorld, except: readonly string[] = []): Promise<string> {
  const tables = await world.database.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'dispatch'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    const [row] = await world.database.query<{ digest: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t`,
    );
    parts.push(`${name}=${row?.digest ?? ''}`);
  }
  return parts.join('\n');
}
