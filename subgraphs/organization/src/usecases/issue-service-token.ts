import { formatServiceToken, type Id, textDigest } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { scopeRoot } from '../data/service-token.read-model';
import { ServiceTokenRepository } from '../data/service-token.repository';
import { serviceError } from '../domain/service.errors';
import { servicePolicy } from '../domain/service.policy';
import { assertTokenFacts, secretHint } from '../domain/service-token';
import type { OrganizationContext } from './context';

export interface IssueServiceTokenInput {
  readonly name: string;
  readonly purpose: string;
  /** Names or ids of the trusted documents it may run. */
  readonly documents: readonly string[];
  readonly unitId?: Id | null;
  readonly organizationId?: Id | null;
  readonly expiresAt: Date;
}

export interface IssuedServiceToken {
  readonly tokenId: Id;
  /** Shown this once: null when a repeated request is answered, since the hub keeps no copy to show. */
  readonly token: string | null;
}

/** A way in for one program: which documents it runs, over which part of the committee, until when. */
export async function issueServiceToken(
  ctx: OrganizationContext,
  input: IssueServiceTokenInput,
): Promise<IssuedServiceToken> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  servicePolicy.assertMay(actor, 'issueServiceToken', { committeeId });
  assertTokenFacts(input, ctx.clock.now());
  let token: string | null = null;
  const { tokenId } = await ctx.command('issueServiceToken', input, async (tx) => {
    const tokens = new ServiceTokenRepository(tx);
    const name = input.name.trim();
    if (await tokens.nameTaken(name)) throw serviceError('TOKEN_NAME_TAKEN', { name });
    const secret = ctx.deps.refreshSecrets.mint();
    const made = formatServiceToken(committeeId, secret);
    const facts = {
      name,
      purpose: input.purpose.trim(),
      documents: [...new Set(input.documents)],
      rootOrganizationId: await rootOf(tx, input),
      expiresAt: input.expiresAt,
    };
    const id = ctx.ids.next();
    await tokens.insert({ tokenId: id, digest: textDigest(made), hint: secretHint(secret), ...facts }, actor);
    tx.audit({ action: 'issueServiceToken', objectType: 'serviceToken', objectId: id, after: facts });
    token = made;
    return { tokenId: id };
  });
  return { tokenId, token };
}

/** Null: the whole committee. */
async function rootOf(
  tx: Transaction,
  { unitId = null, organizationId = null }: IssueServiceTokenInput,
): Promise<Id | null> {
  if (unitId !== null && organizationId !== null) throw serviceError('TOKEN_SCOPE');
  if (unitId === null && organizationId === null) return null;
  const root = await scopeRoot(tx, { unitId, organizationId });
  if (root === null) throw serviceError('TOKEN_SCOPE_NOT_FOUND');
  return root;
}
