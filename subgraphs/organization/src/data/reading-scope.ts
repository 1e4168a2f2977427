import { type Id, isPerson } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** The organisation from which a unit's post sees downwards; null for the office and the system, which see all. */
export function readingRoot({ actor }: ReadTransaction): Id | null {
  return isPerson(actor) && actor.side === 'unit' ? actor.organizationId : null;
}

/** True for rows of `alias` whose unit lies in the reader's sight: the first wall in SQL, beside row security. */
export const inSight = (alias: string, rootParameter: number): string => `
  ($${rootParameter}::uuid is null or ${alias}.unit_id in (
    select sight.unit_id from organization.organization sight
    where sight.committee_id = $1 and sight.affiliation_path @> array[$${rootParameter}::uuid]
  ))`;
