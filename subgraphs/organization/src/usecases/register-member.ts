import { type Id, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { MemberEntity } from '../data/member.entity';
import { MemberRepository } from '../data/member.repository';
import type { OrganizationEntity } from '../data/organization.entity';
import { hashIdNumber, sealIdNumber } from '../data/sealed-id-number';
import { normalIdNumber } from '../domain/id-number';
import { assertHoldsMembers, assertMember, type MemberFacts } from '../domain/member';
import { memberError } from '../domain/member.errors';
import { memberPolicy } from '../domain/member.policy';
import { assertRole } from './change-member';
import { lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';
import { memberFacts, trailFacts } from './member-facts';
import { noteRegistered } from './sensitive-reads';

export interface RegisterMemberInput extends MemberFacts {
  /** The branch. */
  readonly organizationId: Id;
  readonly idNumber: string;
}

/** Enters a member into the register of a branch. */
export async function registerMember(ctx: OrganizationContext, input: RegisterMemberInput): Promise<{ memberId: Id }> {
  const { committeeId } = requirePerson(ctx);
  const { idNumber: given, organizationId } = input;
  const idNumber = normalIdNumber(given);
  const facts = memberFacts(input);
  const hash = hashIdNumber(ctx.deps.fieldCipher, committeeId, idNumber).toString('hex');
  // What is kept of the input is a plain digest, from which an id number beside its birth date could be guessed.
  const kept = { ...facts, organizationId, hash };
  const act = async (tx: Transaction) => {
    assertRole(tx, 'registerMember');
    const branch = await lockBranch(tx, organizationId);
    memberPolicy.assertMay(tx.actor, 'registerMember', branch);
    assertMember(facts, idNumber, localDate(tx.now));
    const member = newMember(ctx, tx, branch, facts, idNumber);
    if (!(await new MemberRepository(tx).insertIfNew(member))) throw memberError('MEMBER_REGISTERED');
    const { memberId: id } = member;
    tx.audit({
      action: 'registerMember',
      objectType: 'member',
      objectId: id,
      after: { ...trailFacts(member), organizationId },
    });
    return { memberId: id };
  };
  return noteRegistered(ctx, 'registerMember', () => ctx.command('registerMember', kept, act));
}

/** The living branch of that id under lock. */
export async function lockBranch(tx: Transaction, organizationId: Id): Promise<OrganizationEntity> {
  const organization = await lockOrganization(tx, organizationId, null);
  assertHoldsMembers(organization.kind);
  return organization;
}

function newMember(
  ctx: OrganizationContext,
  { committeeId, now }: Transaction,
  { organizationId, unitId }: OrganizationEntity,
  facts: MemberFacts,
  idNumber: string,
): MemberEntity {
  const memberId = ctx.ids.next();
  return {
    committeeId,
    memberId,
    unitId,
    organizationId,
    ...facts,
    ...sealIdNumber(ctx.deps.fieldCipher, { committeeId, memberId }, idNumber),
    status: 'ACTIVE',
    exitKind: null,
    endedOn: null,
    exitNote: null,
    registeredAt: now,
    changedAt: now,
    version: 1,
  };
}
