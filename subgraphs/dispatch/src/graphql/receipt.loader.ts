import type { Id } from '@hub/core';
import { type Part, remindersOf } from '@hub/deadlines';
import { defineLoader } from '@hub/graphql';
import { type ReadTransaction, requireReader } from '@hub/persistence';

import { progressOf } from '../data/progress.read-model';
import { receiptsById } from '../data/receipt.read-model';
import { receiptClocksOf } from '../data/receipt-clock.read-model';
import { deadlineMovesOf, extensionRequestsOf, feedbackOf, returnsOf } from '../data/receipt-history.read-model';
import { receiptError } from '../domain/receipt.errors';
import { formatReceiptId, parseReceiptId } from '../domain/receipt-key';
import { dispatchAgenda } from '../usecases/agenda-source';
import type { DispatchHubContext } from './hub-context';
import { type Receipt, toReceipt } from './receipt.type';

const receiptLoader = defineLoader(receiptsById);

export const returnsLoader = defineLoader(returnsOf);
export const feedbackLoader = defineLoader(feedbackOf);
export const extensionRequestsLoader = defineLoader(extensionRequestsOf);
export const deadlineMovesLoader = defineLoader(deadlineMovesOf);
export const receiptClockLoader = defineLoader(receiptClocksOf);
export const remindersLoader = defineLoader(async (tx: ReadTransaction, receiptIds: readonly string[]) =>
  remindersOf(tx, dispatchAgenda, partsOf(receiptIds)),
);
export const progressLoader = defineLoader(progressOf);

/** Reminders hang on a paper and an organisation, as the ids of receipts do. */
const partsOf = (receiptIds: readonly string[]): Part[] =>
  receiptIds.flatMap((id) => {
    const key = parseReceiptId(id);
    return key ? [{ subjectId: key.documentId, partId: key.organizationId }] : [];
  });

/** Null when the receipt does not exist for the actor. */
export async function findReceipt(ctx: DispatchHubContext, receiptId: string): Promise<Receipt | null> {
  requireReader(ctx);
  const row = await receiptLoader.load(ctx, receiptId);
  return row && toReceipt(row);
}

/** What a mutation answers with. A receipt that was recalled meanwhile is gone for its unit. */
export async function showReceipt(ctx: DispatchHubContext, receiptId: string): Promise<Receipt> {
  const receipt = await findReceipt(ctx, receiptId);
  if (receipt === null) throw receiptError('RECEIPT_NOT_FOUND');
  return receipt;
}

export function showReceipts(
  ctx: DispatchHubContext,
  documentId: Id,
  organizationIds: readonly Id[],
): Promise<Receipt[]> {
  return Promise.all(
    organizationIds.map((organizationId) => showReceipt(ctx, formatReceiptId({ documentId, organizationId }))),
  );
}
