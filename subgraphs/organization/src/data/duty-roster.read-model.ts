import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DutyShift } from '../domain/duty-roster';
import type { Period } from '../domain/duty-window';
import { inSight, readingRoot } from './reading-scope';

export interface DutyRosterRow {
  readonly organizationId: Id;
  readonly version: number;
  readonly shifts: readonly DutyShift[];
}

/** Who is on duty for the organisation between two instants, in order; null for one that the reader does not see. */
export async function dutyRosterOf(
  tx: ReadTransaction,
  organizationId: Id,
  { from, to }: Period,
): Promise<DutyRosterRow | null> {
  const [roster] = await tx.query<{ readonly version: number }>(
    `select coalesce(r.version, 0) as version
     from organization.organization o left join organization.duty_roster r using (committee_id, organization_id)
     where o.committee_id = $1 and o.organization_id = $2 and ${inSight('o', 3)}`,
    [tx.committeeId, organizationId, readingRoot(tx)],
  );
  if (roster === undefined) return null;
  const shifts = await tx.query<DutyShift>(
    `select starts_at as "from", ends_at as "to", post_id as "postId" from organization.duty_shift
     where committee_id = $1 and organization_id = $2 and starts_at < $4 and ends_at > $3 order by starts_at`,
    [tx.committeeId, organizationId, from, to],
  );
  return { organizationId, version: roster.version, shifts };
}
