import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Standing } from '../domain/notice-addressee';

export interface StandingPostRow {
  readonly standing: Standing;
  readonly postId: Id;
  readonly version: number;
}

export function standingPosts(tx: ReadTransaction): Promise<StandingPostRow[]> {
  return tx.query<StandingPostRow>(
    `select s.standing, s.post_id as "postId", s.version from organization.standing_post s where s.committee_id = $1`,
    [tx.committeeId],
  );
}
