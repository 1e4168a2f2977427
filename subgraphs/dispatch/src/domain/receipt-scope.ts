import type { Id, PersonActor } from '@hub/core';

import { receiptPolicy } from './receipt.policy';

/** The unit whose receipts the actor may see; null for the office, which sees those of the whole committee. */
export function unitInSight(actor: PersonActor): Id | null {
  return actor.side === 'unit' ? actor.unitId : null;
}

interface SeenReceipt {
  readonly committeeId: Id;
  readonly unitId: Id;
  readonly recalledAt: Date | null;
}

/** Whether the receipt exists for the actor; a recalled one was never there for its unit. */
export function isInSight(actor: PersonActor, receipt: SeenReceipt): boolean {
  if (actor.side === 'unit' && receipt.recalledAt !== null) return false;
  return receiptPolicy.may(actor, 'read', receipt);
}
