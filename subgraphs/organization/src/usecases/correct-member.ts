import { type Id, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { MemberEntity } from '../data/member.entity';
import { MemberRepository } from '../data/member.repository';
import { hashIdNumber, openIdNumber, sealIdNumber } from '../data/sealed-id-number';
import { normalIdNumber } from '../domain/id-number';
import { assertMember, type MemberFacts } from '../domain/member';
import { memberError } from '../domain/member.errors';
import { changeMember, type MemberInput } from './change-member';
import type { OrganizationContext } from './context';
import { changedFacts, memberFacts, trailFacts } from './member-facts';
import { noteRegistered } from './sensitive-reads';

export interface CorrectMemberInput extends MemberInput, MemberFacts {
  /** Null: as it is. */
  readonly idNumber?: string | null;
}

/** Corrects what is written of a member: all facts as they should be. */
export function correctMember(ctx: OrganizationContext, input: CorrectMemberInput): Promise<{ memberId: Id }> {
  const { committeeId } = requirePerson(ctx);
  const { fieldCipher } = ctx.deps;
  const { memberId, expectedVersion } = input;
  const facts = memberFacts(input);
  const given = input.idNumber ? normalIdNumber(input.idNumber) : null;
  const hash = given && hashIdNumber(fieldCipher, committeeId, given).toString('hex');
  const kept = { memberId, expectedVersion, ...facts, hash };
  const act = async (tx: Transaction, member: MemberEntity) => {
    assertMember(facts, given ?? openIdNumber(fieldCipher, member), localDate(tx.now));
    const change = { ...facts, ...(given ? sealIdNumber(fieldCipher, member, given) : {}) };
    const saved = await new MemberRepository(tx).updateIfNew(memberId, { ...change, version: member.version + 1 });
    if (!saved) throw memberError('MEMBER_REGISTERED');
    const changed = changedFacts(trailFacts(member), trailFacts({ ...member, ...change }));
    tx.audit({ action: 'correctMember', objectType: 'member', objectId: memberId, ...changed });
  };
  return noteRegistered(ctx, 'correctMember', () => changeMember(ctx, 'correctMember', kept, act));
}
