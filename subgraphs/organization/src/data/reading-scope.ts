import { type Id, isService, isSystem } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** The organisation from which a unit's post or a token sees downwards; null for the office and the system. */
export function readingRoot({ actor }: ReadTransaction): Id | null {
  return !isSystem(actor) && actor.side === 'unit' ? actor.organizationId : null;
}

/** The directory of units is there for all people, and of it a program sees its subtree: from which organisation down. */
export function directoryRoot(tx: ReadTransaction): Id | null {
  return isService(tx.actor) ? readingRoot(tx) : null;
}

/** True for rows of `alias` whose unit lies in the reader's sight: the first wall in SQL, beside row security. */
export const inSight = (alias: string, rootParameter: number): string => `
  ($${rootParameter}::uuid is null or ${alias}.unit_id in (
    select sight.unit_id from organization.organization sight
    where sight.committee_id = $1 and sight.affiliation_path @> array[$${rootParameter}::uuid]
  ))`;
