import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { postHeld } from './delegation.sql';
import type { PostEntity } from './post.entity';
import { POST_COLUMNS } from './post.read-model';

/** Posts an account holds on a day, the longest held first. */
export function postsHeldOn(tx: ReadTransaction, accountId: Id, date: string): Promise<PostEntity[]> {
  return tx.query<PostEntity>(
    `select ${POST_COLUMNS}
     from organization.post p
     where p.committee_id = $1 and p.account_id = $2 and ${postHeld('p', 3)}
     order by p.held_from, p.post_id`,
    [tx.committeeId, accountId, date],
  );
}
