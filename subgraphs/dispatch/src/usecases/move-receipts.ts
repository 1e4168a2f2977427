import { receiptChanged } from '@hub/contracts';
import { DomainError, type Id, type IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ProgressRepository } from '../data/progress.repository';
import type { ReceiptEntity } from '../data/receipt.entity';
import { type ReceiptChange, ReceiptRepository } from '../data/receipt.repository';
import { obligationOf } from '../domain/obligation';
import { addProgress, NO_PROGRESS, progressDelta } from '../domain/progress';
import { formatReceiptId } from '../domain/receipt-key';
import { nextReceiptState, type ReceiptAct, type ReceiptState } from '../domain/receipt-state';
import { announceSignatures } from './announce-signatures';
import { settleObligation } from './settle-obligation';
import { tellReceipts } from './tell-receipts';

export interface ReceiptMove {
  readonly act: ReceiptAct;
  /** The use case, as the audit trail names it. */
  readonly action: string;
  readonly change?: ReceiptChange;
  /** What the audit trail keeps beside the states. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One act on receipts of one document under lock: states, versions, counters, events and audit, or a refusal. */
export async function moveReceipts(
  tx: Transaction,
  ids: IdFactory,
  receipts: readonly ReceiptEntity[],
  move: ReceiptMove,
): Promise<void> {
  const [first] = receipts;
  if (!first) return;
  const { documentId } = first;
  const moved = receipts.map((receipt) => ({ receipt, state: decide(receipt, move.act) }));
  const repository = new ReceiptRepository(tx);
  for (const state of new Set(moved.map((each) => each.state))) {
    const organizationIds = moved.filter((each) => each.state === state).map(({ receipt }) => receipt.organizationId);
    await repository.decide(documentId, organizationIds, { ...move.change, state });
  }
  const change = moved
    .map(({ receipt, state }) => progressDelta(receipt, { state, duty: receipt.duty }))
    .reduce(addProgress, NO_PROGRESS);
  await new ProgressRepository(tx).add(ids.next(), documentId, change);
  emitChanged(
    tx,
    documentId,
    moved.map(({ receipt, state }) => ({ ...receipt, state, version: receipt.version + 1 })),
  );
  announceSignatures(tx, documentId, moved, move.change?.acknowledgedAt ?? null);
  for (const { receipt, state } of moved) {
    const owed = obligationOf(receipt);
    if (owed !== obligationOf({ ...receipt, state })) settleObligation(tx, receipt, owed);
  }
  tx.audit({
    action: move.action,
    objectType: 'receipt',
    objectId: documentId,
    // One receipt has a chain of its own: units that sign at the same moment do not wait for each other.
    ...(receipts.length === 1 ? { partId: first.organizationId } : {}),
    before: statesOf(receipts),
    after: { ...statesOf(moved.map(({ receipt, state }) => ({ ...receipt, state }))), ...move.detail },
  });
}

/** A receipt of a set that cannot follow is named, so that it can be left out. */
function decide(receipt: ReceiptEntity, act: ReceiptAct): ReceiptState {
  try {
    return nextReceiptState(receipt, act);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { organizationId, organizationName } = receipt;
    throw new DomainError(error.kind, error.reason, error.message, {
      details: { ...error.details, organizationId, organizationName },
    });
  }
}

/** Tells other subgraphs how receipts of a document stand now, and those who watch them that they changed. */
export function emitChanged(
  tx: Transaction,
  documentId: Id,
  receipts: readonly Pick<ReceiptEntity, 'organizationId' | 'unitId' | 'state' | 'version'>[],
): void {
  const { committeeId } = tx;
  for (const { organizationId, unitId, state, version } of receipts) {
    const receiptId = formatReceiptId({ documentId, organizationId });
    tx.emit(receiptChanged, documentId, { committeeId, receiptId, documentId, organizationId, unitId, state, version });
  }
  tellReceipts(
    tx,
    documentId,
    receipts.map(({ unitId }) => unitId),
  );
}

/** Organisations by state: one line in the audit trail, also for a hundred receipts. */
function statesOf(
  receipts: readonly Pick<ReceiptEntity, 'organizationId' | 'state'>[],
): Readonly<Partial<Record<ReceiptState, readonly Id[]>>> {
  const states: Partial<Record<ReceiptState, Id[]>> = {};
  for (const { organizationId, state } of receipts) states[state] = [...(states[state] ?? []), organizationId];
  return states;
}
