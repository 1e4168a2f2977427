import type { Id, PersonActor } from '@hub/core';
import { assertVersion, type Transaction } from '@hub/persistence';

import type { ReceiptEntity } from '../data/receipt.entity';
import { ReceiptRepository } from '../data/receipt.repository';
import { receiptError } from '../domain/receipt.errors';
import { type ReceiptVerb, receiptPolicy } from '../domain/receipt.policy';
import { receiptKeyOf } from '../domain/receipt-key';

/** What every decision on one receipt names: which one, and the version it was decided on. */
export interface ReceiptDecision {
  readonly receiptId: string;
  readonly expectedVersion: number;
}

/** The receipt under lock, for someone who may do this to it. Throws RECEIPT_NOT_FOUND or what the policy throws. */
export async function lockReceipt(
  tx: Transaction,
  actor: PersonActor,
  verb: ReceiptVerb,
  receiptId: string,
): Promise<ReceiptEntity> {
  const receipt = await new ReceiptRepository(tx).lock(receiptKeyOf(receiptId));
  if (receipt === null) throw receiptError('RECEIPT_NOT_FOUND');
  receiptPolicy.assertMay(actor, verb, receipt);
  return receipt;
}

/** The same, for a decision: throws STALE_VERSION when the receipt has moved on since it was looked at. */
export async function lockForDecision(
  tx: Transaction,
  actor: PersonActor,
  verb: ReceiptVerb,
  { receiptId, expectedVersion }: ReceiptDecision,
): Promise<ReceiptEntity> {
  const receipt = await lockReceipt(tx, actor, verb, receiptId);
  assertVersion(receipt.version, expectedVersion);
  return receipt;
}

/** Several receipts of one document that are acted on together. */
export interface ReceiptSet {
  readonly documentId: Id;
  readonly organizationIds: readonly Id[];
}

/**
 * All of the set under lock, or none. No version is asked for: the act is decided on the state of each receipt under
 * its lock, and in the hour of a recall a version of each of a hundred would always be stale.
 */
export async function lockReceipts(
  tx: Transaction,
  actor: PersonActor,
  verb: ReceiptVerb,
  { documentId, organizationIds }: ReceiptSet,
): Promise<ReceiptEntity[]> {
  const wanted = new Set(organizationIds);
  if (wanted.size === 0) throw receiptError('RECEIPTS_REQUIRED');
  const receipts = await new ReceiptRepository(tx).lockMany(documentId, [...wanted]);
  for (const receipt of receipts) {
    receiptPolicy.assertMay(actor, verb, receipt);
    wanted.delete(receipt.organizationId);
  }
  if (wanted.size > 0) throw receiptError('RECEIPT_NOT_FOUND', { organizationIds: [...wanted] });
  return receipts;
}
