import { characterCount, type Hand, isSecondPerson } from '@hub/core';

import { serviceError } from './service.errors';

export const GRANT_STATES = ['REQUESTED', 'APPROVED', 'REJECTED', 'USED'] as const;

export type GrantState = (typeof GRANT_STATES)[number];

/** From the approval; what was meant for one morning is not a standing right. */
const GRANT_MS = 24 * 60 * 60_000;

/** What was approved at this instant or before is worth nothing any more. */
export const grantsExpireAt = (now: Date): Date => new Date(now.getTime() - GRANT_MS);

export function assertExportReason(reason: string): void {
  const count = characterCount(reason.trim());
  if (count < 2 || count > 500) throw serviceError('EXPORT_REASON');
}

/** Throws EXPORT_GRANT_DECIDED or EXPORT_SECOND_PERSON. Turning a request down is one person's to do, but not the asker's. */
export function assertDecidable(grant: { readonly state: GrantState; readonly requestedBy: Hand }, hand: Hand): void {
  if (grant.state !== 'REQUESTED') throw serviceError('EXPORT_GRANT_DECIDED');
  if (!isSecondPerson(grant.requestedBy, hand)) throw serviceError('EXPORT_SECOND_PERSON');
}
