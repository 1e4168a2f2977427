import { localDate, type PersonActor } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { postsHeldOn } from '../data/me.read-model';
import type { PostEntity } from '../data/post.entity';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface WhoAmI {
  readonly actor: PersonActor;
  readonly posts: readonly PostEntity[];
}

/** The signed-in person and every post held today; as the system, since a post may lie outside the acting one's scope. */
export async function whoAmI(ctx: OrganizationContext): Promise<WhoAmI> {
  const actor = requirePerson(ctx);
  const today = localDate(ctx.clock.now());
  const posts = await ctx.as(signInActor(actor.committeeId)).read((tx) => postsHeldOn(tx, actor.accountId, today));
  return { actor, posts };
}
