import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { defineSignal } from '@hub/runtime';
import { z } from 'zod';

/** Receipts of one document came or changed, or the document itself did. */
export const receiptsChanged = defineSignal(
  'dispatch.receipts-changed',
  z.object({
    committeeId: z.uuid(),
    documentId: z.uuid(),
    /** Whose receipts; null: those of so many units that naming them costs more than looking. */
    unitIds: z.array(z.uuid()).nullable(),
  }),
);

/** A signal carries less than 8 kB. */
const UNITS_IN_SIGNAL = 150;
const UNITS_NAMED = 4 * UNITS_IN_SIGNAL;

/** Few signals, however many units: each names some, or one stands for all. */
export function tellReceipts(tx: Transaction, documentId: Id, unitIds: readonly Id[] | null): void {
  const { committeeId } = tx;
  const tell = (named: Id[] | null) => tx.signal(receiptsChanged, { committeeId, documentId, unitIds: named });
  const units = [...new Set(unitIds ?? [])];
  if (unitIds === null || !canBeNamed(units.length)) {
    tell(null);
    return;
  }
  // At least one: somebody may watch the document itself.
  for (let from = 0; from === 0 || from < units.length; from += UNITS_IN_SIGNAL) {
    tell(units.slice(from, from + UNITS_IN_SIGNAL));
  }
}

/** Units that are told by name when a document goes out; beyond, it goes to whoever listens. */
export const canBeNamed = (recipients: number): boolean => recipients <= UNITS_NAMED;
