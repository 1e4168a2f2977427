import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** Whether the directory has all of them. */
export async function knowsUnits(tx: ReadTransaction, unitIds: readonly Id[]): Promise<boolean> {
  const [found] = await tx.query<{ readonly known: number }>(
    `select count(*)::int as known from reports.directory_unit
     where committee_id = $1 and unit_id = any($2::uuid[]) and active`,
    [tx.committeeId, unitIds],
  );
  return found?.known === unitIds.length;
}
