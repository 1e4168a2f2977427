import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { RecipientGroupRepository } from '../data/recipient-group.repository';
import { ZoneRepository } from '../data/zone.repository';
import { assertGroup, assertListed, GROUP_RULES, type GroupRule } from '../domain/recipient-group';
import { recipientGroupError } from '../domain/recipient-group.errors';
import { addGroups } from './add-groups';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';

export interface CreateGroupInput {
  readonly name: string;
  readonly rule: GroupRule;
  readonly ruleValue?: string | null;
  /** Members of a list; a rule finds its own. */
  readonly organizationIds?: readonly Id[] | null;
}

export function createGroup(ctx: OrganizationContext, input: CreateGroupInput): Promise<{ groupId: Id }> {
  return changeStructure(ctx, 'createGroup', input, async (tx) => {
    const { name, rule, ruleValue = null } = input;
    const organizationIds = [...new Set(input.organizationIds ?? [])];
    const groups = new RecipientGroupRepository(tx);
    assertGroup({ name, rule, ruleValue });
    if (organizationIds.length > 0) assertListed(rule);
    await assertRuleValueExists(tx, rule, ruleValue);
    await assertEligible(groups, organizationIds);
    if (await groups.isNameTaken(name)) throw recipientGroupError('GROUP_NAME_TAKEN', { name });
    const groupId = ctx.ids.next();
    await addGroups(tx, [{ groupId, name, rule, ruleValue, organizationIds, reason: '新建分组' }]);
    tx.audit({
      action: 'createGroup',
      objectType: 'recipientGroup',
      objectId: groupId,
      after: { name, rule, ruleValue, organizationIds },
    });
    return { groupId };
  });
}

async function assertRuleValueExists(tx: Transaction, rule: GroupRule, ruleValue: string | null): Promise<void> {
  if (rule !== 'ZONE' || ruleValue === null) return;
  const zone = await new ZoneRepository(tx).find(ruleValue);
  if (!zone) throw recipientGroupError('GROUP_RULE_VALUE', { rule: GROUP_RULES[rule].name });
}

export async function assertEligible(groups: RecipientGroupRepository, organizationIds: readonly Id[]): Promise<void> {
  if (organizationIds.length === 0) return;
  const count = organizationIds.length - (await groups.countEligible(organizationIds));
  if (count > 0) throw recipientGroupError('GROUP_MEMBER_INVALID', { count });
}
