import { localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { postsHeldOn } from '../data/me.read-model';
import { findSecondFactor, type SecondFactorState } from '../data/second-factor.read-model';
import { needsSecondFactor } from '../domain/second-factor';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface OwnSecondFactor extends SecondFactorState {
  /** Whether a post that is held today needs one. */
  readonly isRequired: boolean;
}

/** Whether the signed-in person has a second factor; as the system, since no person's side counts recovery codes. */
export async function readOwnSecondFactor(ctx: OrganizationContext): Promise<OwnSecondFactor> {
  const { accountId, committeeId } = requirePerson(ctx);
  const today = localDate(ctx.clock.now());
  return ctx.as(signInActor(committeeId)).read(async (tx) => {
    const posts = await postsHeldOn(tx, accountId, today);
    const isRequired = posts.some(({ role }) => needsSecondFactor(role, ctx.deps.secondFactor));
    return { ...(await findSecondFactor(tx, accountId)), isRequired };
  });
}
