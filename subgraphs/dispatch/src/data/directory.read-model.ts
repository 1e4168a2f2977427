import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** Names of living organisations as the projection knows them; unknown ones are absent. */
export async function organizationNames(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await tx.query<{ id: Id; name: string }>(
    `select organization_id as id, name from dispatch.directory_organization
     where committee_id = $1 and organization_id = any($2::uuid[]) and active`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
