import { localDate, type PersonActor } from '@hub/core';

import { findActor } from '../data/sign-in.read-model';
import { parseSessionKey } from '../domain/session';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

/** Who a session acts as at this moment: the gateway asks at each request (and remembers it for seconds). */
export async function resolveSession(ctx: OrganizationContext, sessionKey: string): Promise<PersonActor | null> {
  const key = parseSessionKey(sessionKey);
  if (key === null) return null;
  const now = ctx.clock.now();
  return ctx.as(signInActor(key.committeeId)).read((tx) => findActor(tx, key.sessionId, now, localDate(now)));
}
