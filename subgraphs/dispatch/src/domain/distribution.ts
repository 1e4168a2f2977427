import type { Id } from '@hub/core';

import { documentError } from './document.errors';
import type { DistributionRole, Duty } from './duty';

/** One line of a distribution: an organisation, how it stands and what it owes. */
export interface Recipient {
  readonly organizationId: Id;
  readonly role: DistributionRole;
  readonly duty: Duty;
}

/** 主送 must sign and gives the feedback that is asked for; the others sign, and owe none unless it is set by hand. */
export function defaultDuty(role: DistributionRole, feedbackAsked: boolean): Duty {
  return role === 'TO' && feedbackAsked ? 'FEEDBACK' : 'ACKNOWLEDGE';
}

/** Throws NO_RECIPIENTS, RECIPIENT_TWICE or FEEDBACK_KIND_REQUIRED. */
export function assertDistribution(recipients: readonly Recipient[], feedbackAsked: boolean): void {
  if (recipients.length === 0) throw documentError('NO_RECIPIENTS');
  if (new Set(recipients.map(idOf)).size !== recipients.length) throw documentError('RECIPIENT_TWICE');
  if (!feedbackAsked && recipients.some(({ duty }) => duty === 'FEEDBACK'))
    throw documentError('FEEDBACK_KIND_REQUIRED');
}

/** Who came to or left the groups of the distribution since it was approved. */
export interface RecipientDifference<R extends Recipient = Recipient> {
  readonly unchanged: readonly R[];
  readonly joined: readonly R[];
  readonly left: readonly R[];
}

export function previewDifference<R extends Recipient>(
  atApproval: readonly R[],
  now: readonly R[],
): RecipientDifference<R> {
  const before = new Set(atApproval.map(idOf));
  const after = new Set(now.map(idOf));
  return {
    unchanged: now.filter((recipient) => before.has(recipient.organizationId)),
    joined: now.filter((recipient) => !before.has(recipient.organizationId)),
    left: atApproval.filter((recipient) => !after.has(recipient.organizationId)),
  };
}

/** What the issuer said about each organisation that joined or left. */
export interface RecipientConfirmation {
  readonly include: readonly Id[];
  readonly leaveOut: readonly Id[];
}

/** The recipients as confirmed. Throws RECIPIENTS_CHANGED unless each change, and nothing else, was decided once. */
export function confirmedRecipients<R extends Recipient>(
  difference: RecipientDifference<R>,
  confirmation: RecipientConfirmation,
): readonly R[] {
  const changed = [...difference.joined, ...difference.left];
  const decided = [...confirmation.include, ...confirmation.leaveOut];
  const ids = new Set(changed.map(idOf));
  if (new Set(decided).size !== decided.length || decided.length !== ids.size || !decided.every((id) => ids.has(id))) {
    throw documentError('RECIPIENTS_CHANGED', { joined: difference.joined.length, left: difference.left.length });
  }
  const include = new Set(confirmation.include);
  return [...difference.unchanged, ...changed.filter((recipient) => include.has(recipient.organizationId))];
}

function idOf(recipient: Recipient): Id {
  return recipient.organizationId;
}
