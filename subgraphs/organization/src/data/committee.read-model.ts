import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** Every committee of the hub, for work by the clock. */
export async function committeeIds(tx: ReadTransaction): Promise<Id[]> {
  const rows = await tx.query<{ committeeId: Id }>(
    'select c.committee_id as "committeeId" from organization.committee c order by 1',
  );
  return rows.map(({ committeeId }) => committeeId);
}
