import type { Transaction } from '@hub/persistence';

/**
 * One change of the structure at a time in a committee. Two at once could each be right and together wrong: A moved
 * under B while B moves under A; two recomputed groups that each miss what the other added.
 */
export async function lockStructure(tx: Transaction): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`organization.structure:${tx.committeeId}`]);
}
