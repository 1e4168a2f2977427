import type { Id } from '@hub/core';

import { MemberRepository } from '../data/member.repository';
import { memberError } from '../domain/member.errors';
import { memberPolicy } from '../domain/member.policy';
import { changeMember, type MemberInput } from './change-member';
import type { OrganizationContext } from './context';
import { lockBranch } from './register-member';

export interface TransferMemberInput extends MemberInput {
  /** The branch that takes the member in. */
  readonly toOrganizationId: Id;
}

/** 组织关系转接 inside the committee: within a unit's own branches by the unit, between units by the office. */
export function transferMember(ctx: OrganizationContext, input: TransferMemberInput): Promise<{ memberId: Id }> {
  return changeMember(ctx, 'transferMember', { ...input }, async (tx, member) => {
    const branch = await lockBranch(tx, input.toOrganizationId);
    memberPolicy.assertMay(tx.actor, 'transferMember', branch);
    const { organizationId, unitId } = branch;
    if (organizationId === member.organizationId) throw memberError('BRANCH_UNCHANGED');
    const version = member.version + 1;
    await new MemberRepository(tx).update(member.memberId, { organizationId, unitId, version });
    tx.audit({
      action: 'transferMember',
      objectType: 'member',
      objectId: member.memberId,
      before: { organizationId: member.organizationId, unitId: member.unitId },
      after: { organizationId, unitId },
    });
  });
}
