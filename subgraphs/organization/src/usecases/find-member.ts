import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { MemberRepository } from '../data/member.repository';
import { hashIdNumber } from '../data/sealed-id-number';
import { normalIdNumber } from '../domain/id-number';
import { assertRole, mayAct } from './change-member';
import type { OrganizationContext } from './context';
import { takeSensitiveRead } from './sensitive-reads';

/**
 * The member with that id number, among those the actor sees; null is the same answer for one of another unit and for
 * nobody. Each search is counted and leaves a trail: who may ask often enough could try the numbers of a town.
 */
export function findMemberByIdNumber(ctx: OrganizationContext, given: string): Promise<Id | null> {
  const { accountId, committeeId } = requirePerson(ctx);
  return ctx.transaction(async (tx) => {
    assertRole(tx, 'findMember');
    await takeSensitiveRead(tx);
    const hash = hashIdNumber(ctx.deps.fieldCipher, committeeId, normalIdNumber(given));
    const found = await new MemberRepository(tx).findByIdNumber(hash);
    const memberId = found && (await mayAct(tx, 'findMember', found)) ? found.memberId : null;
    tx.audit({ action: 'findMember', objectType: 'account', objectId: accountId, after: { memberId } });
    return memberId;
  });
}
