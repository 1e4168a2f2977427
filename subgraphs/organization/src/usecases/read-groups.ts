import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import {
  type GroupRow,
  type GroupVersionRow,
  groupsById,
  listGroups,
  versionsOfGroup,
} from '../data/recipient-group.read-model';
import { structurePolicy } from '../domain/structure.policy';
import type { OrganizationContext } from './context';

// Groups are the office's way of addressing: units meet them only as receipts.

export function readGroups(ctx: OrganizationContext): Promise<GroupRow[]> {
  assertMayRead(ctx);
  return ctx.read(listGroups);
}

export async function readGroup(ctx: OrganizationContext, groupId: Id): Promise<GroupRow | null> {
  assertMayRead(ctx);
  const groups = await ctx.read((tx) => groupsById(tx, [groupId]));
  return groups.get(groupId) ?? null;
}

export function readGroupVersions(ctx: OrganizationContext, groupId: Id): Promise<GroupVersionRow[]> {
  assertMayRead(ctx);
  return ctx.read((tx) => versionsOfGroup(tx, groupId));
}

function assertMayRead(ctx: OrganizationContext): void {
  const actor = requirePerson(ctx);
  structurePolicy.assertMay(actor, 'readGroups', { committeeId: actor.committeeId });
}
