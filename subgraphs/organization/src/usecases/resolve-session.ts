import { localDate, type PersonActor } from '@hub/core';

import { findActor, hasSecondFactor } from '../data/sign-in.read-model';
import { needsSecondFactor } from '../domain/second-factor';
import { parseSessionKey } from '../domain/session';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

/** Who a session acts as at this moment: the gateway asks at each request (and remembers it for seconds). */
export async function resolveSession(ctx: OrganizationContext, sessionKey: string): Promise<PersonActor | null> {
  const key = parseSessionKey(sessionKey);
  if (key === null) return null;
  const now = ctx.clock.now();
  return ctx.as(signInActor(key.committeeId)).read(async (tx) => {
    const actor = await findActor(tx, key.sessionId, now, localDate(now));
    // Sessions that came to such a post in another way, or are older than the rule, do not act under it.
    const lacking =
      actor !== null &&
      needsSecondFactor(actor.role, ctx.deps.secondFactor) &&
      !(await hasSecondFactor(tx, key.sessionId));
    return lacking ? null : actor;
  });
}
