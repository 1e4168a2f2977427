import { createHash } from 'node:crypto';

import { canonicalJson, isPerson } from '@hub/core';

import { persistenceError } from './errors';
import type { Transaction } from './transaction';

/** Kept answers are repeated for a week; a later repeat is a new act. */
export const IDEMPOTENCY_DAYS = 7;

/** Only a digest of the input is kept: quarantined or personal text must not live on here. */
const digest = (command: string, input: unknown): Buffer =>
  createHash('sha256').update(command).update('\0').update(canonicalJson(input)).digest();

interface KeptRow {
  readonly input_digest: Buffer;
  readonly answer: { readonly value: unknown } | null;
}

/**
 * Runs the act once per (actor, key). The row is claimed first: a second request with the same key waits on the unique
 * key until the first commits, and then repeats its answer.
 */
export async function onceOnly<T>(
  tx: Transaction,
  schema: string,
  key: string,
  command: string,
  input: unknown,
  act: () => Promise<T>,
): Promise<T> {
  if (!isPerson(tx.actor)) return act();
  const inputDigest = digest(command, input);
  const claimed = await tx.execute(
    `insert into ${schema}.idempotency_key (committee_id, account_id, key, input_digest, created_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.committeeId, tx.actor.accountId, key, inputDigest, tx.now],
  );
  const where = 'where committee_id = $1 and account_id = $2 and key = $3';
  const identity = [tx.committeeId, tx.actor.accountId, key];
  if (claimed === 0) {
    const [kept] = await tx.query<KeptRow>(
      `select input_digest, answer from ${schema}.idempotency_key ${where}`,
      identity,
    );
    if (!kept?.input_digest.equals(inputDigest)) throw persistenceError('IDEMPOTENCY_KEY_REUSED');
    return kept.answer?.value as T;
  }
  const answer = await act();
  await tx.execute(`update ${schema}.idempotency_key set answer = $4::jsonb ${where}`, [
    ...identity,
    JSON.stringify({ value: answer }),
  ]);
  return answer;
}
