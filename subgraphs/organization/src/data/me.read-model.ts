import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { PostEntity } from './post.entity';

/** Posts an account holds on a day, the longest held first. */
export function postsHeldOn(tx: ReadTransaction, accountId: Id, date: string): Promise<PostEntity[]> {
  return tx.query<PostEntity>(
    `select committee_id as "committeeId", post_id as "postId", account_id as "accountId",
            organization_id as "organizationId", unit_id as "unitId", section_id as "sectionId", role, title,
            held_from as "heldFrom", held_to as "heldTo", ended_at as "endedAt", version
     from organization.post
     where committee_id = $1 and account_id = $2 and ended_at is null and held_from <= $3 and (held_to is null or held_to >= $3)
     order by held_from, post_id`,
    [tx.committeeId, accountId, date],
  );
}
