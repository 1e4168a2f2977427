import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { Standing } from '../domain/notice-addressee';
import type { StandingPostRow } from './standing-post.read-model';

export class StandingPostRepository {
  constructor(private readonly tx: Transaction) {}

  async lock(standing: Standing): Promise<StandingPostRow | null> {
    const [row] = await this.tx.query<StandingPostRow>(
      `select s.standing, s.post_id as "postId", s.version from organization.standing_post s
       where s.committee_id = $1 and s.standing = $2 for update`,
      [this.tx.committeeId, standing],
    );
    return row ?? null;
  }

  async save(standing: Standing, postId: Id, version: number): Promise<void> {
    await this.tx.execute(
      `insert into organization.standing_post (committee_id, standing, post_id, version) values ($1, $2, $3, $4)
       on conflict (committee_id, standing) do update set post_id = excluded.post_id, version = excluded.version`,
      [this.tx.committeeId, standing, postId, version],
    );
  }
}
