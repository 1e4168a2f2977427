import type { Duty } from './duty';
import type { ReceiptState } from './receipt-state';

/** What a unit owes next on a receipt, as ladders and the ledger of reminders name it. */
export const RECEIPT_OBLIGATIONS = ['ACKNOWLEDGE', 'FEEDBACK'] as const;

export type ReceiptObligation = (typeof RECEIPT_OBLIGATIONS)[number];

const OWES_SIGNATURE: readonly ReceiptState[] = ['DELIVERED', 'OPENED', 'RETURN_ANSWERED'];
const OWES_FEEDBACK: readonly ReceiptState[] = ['ACKNOWLEDGED', 'ASSIGNED', 'FEEDBACK_RETURNED'];

/** The signature, then the feedback; null while the office is to act, and when nothing is owed. */
export function obligationOf({ state, duty }: { state: ReceiptState; duty: Duty }): ReceiptObligation | null {
  if (duty !== 'READ' && OWES_SIGNATURE.includes(state)) return 'ACKNOWLEDGE';
  return duty === 'FEEDBACK' && OWES_FEEDBACK.includes(state) ? 'FEEDBACK' : null;
}
