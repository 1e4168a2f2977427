import { type Id, localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { MemberRepository } from '../data/member.repository';
import { hashIdNumber, openIdNumber, sealIdNumber } from '../data/sealed-id-number';
import { normalIdNumber } from '../domain/id-number';
import { assertMember, type MemberFacts } from '../domain/member';
import { memberError } from '../domain/member.errors';
import { changeMember, type MemberInput } from './change-member';
import type { OrganizationContext } from './context';
import { changedFacts, memberFacts, trailFacts } from './member-facts';
import { refuseRegistered } from './sensitive-reads';

export interface CorrectMemberInput extends MemberInput, MemberFacts {
  /** Null: as it is. */
  readonly idNumber?: string | null;
}

/** Corrects what is written of a member: all facts as they should be. */
export async function correctMember(ctx: OrganizationContext, input: CorrectMemberInput): Promise<{ memberId: Id }> {
  const { committeeId, unitId } = requirePerson(ctx);
  const { fieldCipher } = ctx.deps;
  const { memberId, expectedVersion } = input;
  const facts = memberFacts(input);
  const given = input.idNumber ? normalIdNumber(input.idNumber) : null;
  const hash = given && hashIdNumber(fieldCipher, committeeId, given).toString('hex');
  let registered = false;
  try {
    return await changeMember(
      ctx,
      'correctMember',
      { memberId, expectedVersion, ...facts, hash },
      async (tx, member) => {
        assertMember(facts, given ?? openIdNumber(fieldCipher, member), localDate(tx.now));
        const corrected = { ...member, ...facts, ...(given ? sealIdNumber(fieldCipher, member, given) : {}) };
        const { committeeId: _, memberId: id, ...columns } = corrected;
        const saved = await new MemberRepository(tx).updateIfNew(id, { ...columns, version: member.version + 1 });
        registered = !saved;
        if (registered) throw memberError('MEMBER_REGISTERED');
        const changed = changedFacts(trailFacts(member), trailFacts(corrected));
        tx.audit({ action: 'correctMember', objectType: 'member', objectId: id, ...changed });
      },
    );
  } catch (error) {
    return registered ? refuseRegistered(ctx, 'correctMember', unitId) : Promise.reject(error);
  }
}
