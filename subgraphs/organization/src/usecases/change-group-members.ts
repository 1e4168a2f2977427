import type { Id } from '@hub/core';
import { assertVersion } from '@hub/persistence';

import { RecipientGroupRepository } from '../data/recipient-group.repository';
import { assertListed, assertReason, changedMembers } from '../domain/recipient-group';
import { recipientGroupError } from '../domain/recipient-group.errors';
import { announceGroups } from './announce-structure';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';
import { assertEligible } from './create-group';

export interface ChangeGroupMembersInput {
  readonly groupId: Id;
  readonly add: readonly Id[];
  readonly remove: readonly Id[];
  readonly reason: string;
  readonly expectedVersion: number;
}

/** A new version of a list; the old ones stay, so that who was in it at an approval can always be asked. */
export function changeGroupMembers(ctx: OrganizationContext, input: ChangeGroupMembersInput): Promise<{ groupId: Id }> {
  return changeStructure(ctx, 'changeGroupMembers', input, async (tx) => {
    const { groupId, add, remove, reason } = input;
    assertReason(reason);
    const groups = new RecipientGroupRepository(tx);
    const group = await groups.lock(groupId);
    if (!group) throw recipientGroupError('GROUP_NOT_FOUND');
    assertVersion(group.version, input.expectedVersion);
    assertListed(group.rule);
    await assertEligible(groups, [...new Set(add)]);
    const members = changedMembers(await groups.members(group), add, remove);
    const version = await groups.saveMembers(group, members, reason);
    await announceGroups(tx, [groupId]);
    tx.audit({
      action: 'changeGroupMembers',
      objectType: 'recipientGroup',
      objectId: groupId,
      before: { version: group.version },
      after: { version, add, remove, reason },
    });
    return { groupId };
  });
}
