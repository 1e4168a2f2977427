import { localDate, type PersonActor } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type DelegationRow, delegationsTo } from '../data/delegation.read-model';
import { postsHeldOn } from '../data/me.read-model';
import type { PostEntity } from '../data/post.entity';
import { findActor } from '../data/sign-in.read-model';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface WhoAmI {
  readonly actor: PersonActor;
  readonly posts: readonly PostEntity[];
  /** Posts of others under which the person may act. */
  readonly delegations: readonly DelegationRow[];
}

/**
 * The signed-in person, every post held today and every one lent; as the system, since a post may lie outside the acting
 * one's scope. Asked of the session anew: it may have changed its post a moment ago.
 */
export async function whoAmI(ctx: OrganizationContext): Promise<WhoAmI> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId, sessionId } = actor;
  const now = ctx.clock.now();
  const today = localDate(now);
  return ctx.as(signInActor(committeeId)).read(async (tx) => ({
    actor: (await findActor(tx, sessionId, now, today)) ?? actor,
    posts: await postsHeldOn(tx, accountId, today),
    delegations: await delegationsTo(tx, accountId, today),
  }));
}
