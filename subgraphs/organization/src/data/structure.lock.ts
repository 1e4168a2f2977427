import type { Transaction } from '@hub/persistence';

/**
 * One change of the structure at a time in a committee. Two at once could each be right and together wrong: each would
 * recompute the groups without what the other changed. (Row locks alone already keep two moves from making a circle.)
 */
export async function lockStructure(tx: Transaction): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`organization.structure:${tx.committeeId}`]);
}
