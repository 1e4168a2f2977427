import { type Id, localDate } from '@hub/core';

import { MemberRepository } from '../data/member.repository';
import { assertExit, type MemberExit } from '../domain/member-exit';
import { changeMember, type MemberInput } from './change-member';
import type { OrganizationContext } from './context';

export interface EndMembershipInput extends MemberInput, Omit<MemberExit, 'note'> {
  readonly note?: string | null;
}

/** Records how a membership ended. The record stays, and stays readable. */
export function endMembership(ctx: OrganizationContext, input: EndMembershipInput): Promise<{ memberId: Id }> {
  return changeMember(ctx, 'endMembership', { ...input }, async (tx, member) => {
    const { exit, endedOn } = input;
    const note = input.note?.trim() || null;
    assertExit({ exit, endedOn, note }, member, localDate(tx.now));
    await new MemberRepository(tx).update(member.memberId, {
      status: 'ENDED',
      exitKind: exit,
      endedOn,
      exitNote: note,
      version: member.version + 1,
    });
    tx.audit({
      action: 'endMembership',
      objectType: 'member',
      objectId: member.memberId,
      before: { status: member.status },
      after: { status: 'ENDED', exit, endedOn, note },
    });
  });
}
