import type { Id } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { ServiceTokenRepository } from '../data/service-token.repository';
import { serviceError } from '../domain/service.errors';
import { servicePolicy } from '../domain/service.policy';
import { assertRevocable } from '../domain/service-token';
import type { OrganizationContext } from './context';

export interface ServiceTokenInput {
  readonly tokenId: Id;
  readonly expectedVersion: number;
}

/** Ends a token before its time; gateways are told at once. */
export async function revokeServiceToken(
  ctx: OrganizationContext,
  { tokenId, expectedVersion }: ServiceTokenInput,
): Promise<{ tokenId: Id }> {
  const actor = requirePerson(ctx);
  servicePolicy.assertMay(actor, 'revokeServiceToken', { committeeId: actor.committeeId });
  return ctx.command('revokeServiceToken', { tokenId, expectedVersion }, async (tx) => {
    const tokens = new ServiceTokenRepository(tx);
    const token = await tokens.lock(tokenId);
    if (token === null) throw serviceError('TOKEN_NOT_FOUND');
    assertVersion(token.version, expectedVersion);
    assertRevocable(token, tx.now);
    await tokens.revoke(tokenId, actor);
    tx.audit({
      action: 'revokeServiceToken',
      objectType: 'serviceToken',
      objectId: tokenId,
      before: { name: token.name, expiresAt: token.expiresAt },
      after: { revokedAt: tx.now },
    });
    return { tokenId };
  });
}
