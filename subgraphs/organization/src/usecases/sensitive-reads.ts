import { DomainError, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { MemberRepository } from '../data/member.repository';
import { memberError } from '../domain/member.errors';
import { SENSITIVE_READS_A_DAY } from '../domain/reveal';
import type { OrganizationContext } from './context';

/** Takes one of the sensitive reads that an account has on a day. */
export async function takeSensitiveRead(tx: Transaction): Promise<void> {
  const { accountId } = requirePerson(tx);
  const limit = SENSITIVE_READS_A_DAY;
  const taken = await new MemberRepository(tx).countSensitiveRead(accountId, localDate(tx.now), limit);
  if (!taken) throw memberError('REVEAL_LIMIT', { limit });
}

/**
 * That an id number is registered already must be told, and tells that somebody has it. So whoever hears it leaves a
 * trail and takes a sensitive read, in a transaction of its own: the act itself was undone.
 */
export async function noteRegistered<T>(ctx: OrganizationContext, action: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError && error.reason === REFUSED) await ctx.transaction((tx) => note(tx, action));
    throw error;
  }
}

const REFUSED = 'MEMBER_REGISTERED';

async function note(tx: Transaction, action: string): Promise<void> {
  await takeSensitiveRead(tx);
  const { accountId } = requirePerson(tx);
  tx.audit({ action, objectType: 'account', objectId: accountId, after: { refused: REFUSED } });
}
