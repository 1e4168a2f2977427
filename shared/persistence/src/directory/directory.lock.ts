import type { Transaction } from '../transaction';

/**
 * Whoever writes rows by the unit that an organisation is of holds this first. A merger waits for all who do, so that it
 * finds their rows, and those who come meanwhile find its units.
 */
export async function holdDirectory(tx: Transaction, schema: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [nameOf(tx, schema)]);
}

/** Waits for those who hold it, and keeps others from it until the units are changed everywhere. */
export async function lockDirectory(tx: Transaction, schema: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [nameOf(tx, schema)]);
}

const nameOf = ({ committeeId }: Transaction, schema: string): string => `${schema}.directory:${committeeId}`;
