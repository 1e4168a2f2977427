import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { listMembers, type MemberFilter, type MemberRow } from '../data/member.read-model';
import { type MemberFlatRow, type MemberRowsFilter, memberRows } from '../data/member-rows.read-model';
import { memberPolicy } from '../domain/member.policy';
import type { OrganizationContext } from './context';

function assertReads(ctx: OrganizationContext): void {
  const actor = requirePerson(ctx);
  memberPolicy.assertMay(actor, 'readMembers', actor);
}

/** Members in the actor's sight. */
export function readMembers(
  ctx: OrganizationContext,
  filter: MemberFilter,
  page: PageRequest,
): Promise<Page<MemberRow>> {
  assertReads(ctx);
  return ctx.read((tx) => listMembers(tx, filter, page));
}

/** The same as flat rows, for exports. */
export function readMemberRows(
  ctx: OrganizationContext,
  filter: MemberRowsFilter,
  page: PageRequest,
): Promise<Page<MemberFlatRow>> {
  assertReads(ctx);
  return ctx.read((tx) => memberRows(tx, filter, page));
}
