import { type Id, isId, type ServiceActor, type ServiceTokenKey } from '@hub/core';

import { findServiceActor } from '../data/service-token.read-model';
import { ServiceTokenRepository } from '../data/service-token.repository';
import type { OrganizationContext } from './context';
import { serviceTokenActor } from './system-actors';

const DIGEST = /^[0-9a-f]{64}$/;

/** Who a token acts as at this moment: the gateway asks at its requests (and remembers it for seconds). */
export async function resolveServiceToken(
  ctx: OrganizationContext,
  { committeeId, digest }: ServiceTokenKey,
): Promise<ServiceActor | null> {
  if (!isId(committeeId) || !DIGEST.test(digest)) return null;
  const now = ctx.clock.now();
  return ctx.as(serviceTokenActor(committeeId)).read((tx) => findServiceActor(tx, digest, now));
}

/** The gateway says so after it has answered, and not for every request. */
export async function noteServiceTokenUse(ctx: OrganizationContext, committeeId: Id, tokenId: Id): Promise<boolean> {
  if (!isId(committeeId) || !isId(tokenId)) return false;
  await ctx.as(serviceTokenActor(committeeId)).transaction((tx) => new ServiceTokenRepository(tx).noteUse(tokenId));
  return true;
}
