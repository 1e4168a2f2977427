import type { Id, PersonActor, PolicyTarget } from '@hub/core';

import { someId } from '../../support';

/** An id that no row has, the same in every call. */
export const NOBODY = someId();

/** Where a row lies, seen from whoever acts for the unit OWN: its own, below, above, beside, the office's, foreign. */
export const PLACES = ['WORK', 'PARENT', 'OWN', 'CHILD', 'SIBLING', 'OTHER'] as const;

export type PlaceName = (typeof PLACES)[number];

/** Things that can be named by an id. */
export type Kind =
  | 'unit'
  | 'organization'
  | 'branch'
  | 'account'
  | 'post'
  | 'watcherPost'
  | 'section'
  | 'zone'
  | 'group'
  | 'member'
  | 'delegation'
  | 'serviceToken'
  | 'registration'
  | 'exportRecord'
  | 'exportGrant'
  | 'inspection'
  | 'notice'
  | 'reminder'
  | 'higherReminder'
  | 'document'
  | 'receipt'
  | 'attachment'
  | 'series'
  | 'report'
  | 'reportFile'
  | 'reportImport'
  | 'reportPublication'
  | 'reportTask'
  | 'reportPlan'
  | 'reportTemplate'
  | 'request'
  | 'duesCharge';

/** A unit, and a row of everything that it has. What belongs to a committee is the same for all of its units. */
export interface Place {
  readonly name: PlaceName;
  readonly committeeId: Id;
  readonly unitId: Id;
  readonly organizationId: Id;
  readonly affiliationPath: readonly Id[];
  /** Who drafts the papers of the committee. */
  readonly drafterAccountId: Id;
  readonly accountId: Id;
  readonly idNumber: string;
  readonly ids: Readonly<Record<Kind, string>>;
}

/** What a verb is asked about: a unit's row, the committee's, a paper of its drafter, a person's own, or oneself. */
export type TargetKind = 'unit' | 'committee' | 'draft' | 'person' | 'self';

export function targetOf(
  kind: TargetKind,
  place: Place,
  actor: Pick<PersonActor, 'committeeId' | 'accountId'>,
): PolicyTarget {
  const { committeeId, unitId, affiliationPath, drafterAccountId, accountId } = place;
  switch (kind) {
    case 'unit':
      return { committeeId, unitId, affiliationPath };
    case 'committee':
      return { committeeId };
    case 'draft':
      return { committeeId, ownerAccountId: drafterAccountId };
    case 'person':
      return { committeeId, ownerAccountId: accountId };
    case 'self':
      return { committeeId: actor.committeeId, ownerAccountId: actor.accountId };
  }
}

/** A place that is like a given one and has nothing: what is refused looks as it does there. */
export const emptied = (place: Place): Place => ({
  ...place,
  unitId: NOBODY,
  organizationId: NOBODY,
  idNumber: '410802198503129994',
  ids: Object.fromEntries(
    Object.keys(place.ids).map((kind) => [kind, kind === 'receipt' ? `${NOBODY}.${NOBODY}` : NOBODY]),
  ) as Place['ids'],
});
