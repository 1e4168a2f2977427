import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { standingPosts } from '../data/standing-post.read-model';
import { noticePolicy } from '../domain/notice.policy';
import { STANDINGS, type Standing } from '../domain/notice-addressee';
import type { OrganizationContext } from './context';

export interface StandingInUse {
  readonly standing: Standing;
  /** Null: not designated; all leaders of the committee are meant. */
  readonly postId: Id | null;
  readonly version: number;
}

/** Each standing, those that nobody was designated for as well. */
export async function readStandings(ctx: OrganizationContext): Promise<StandingInUse[]> {
  const actor = requirePerson(ctx);
  noticePolicy.assertMay(actor, 'readStandings', actor);
  const rows = await ctx.read(standingPosts);
  return STANDINGS.map(
    (standing) => rows.find((row) => row.standing === standing) ?? { standing, postId: null, version: 0 },
  );
}
