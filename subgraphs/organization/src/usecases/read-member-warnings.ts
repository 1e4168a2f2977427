import type { Id } from '@hub/core';

import { countedOrganizations } from '../data/member-warnings.read-model';
import { type MemberWarning, memberWarnings } from '../domain/member-warnings';
import type { OrganizationContext } from './context';

export interface OrganizationWarnings {
  readonly organizationId: Id;
  readonly warning: MemberWarning;
}

/** What the reported numbers give cause to say, for the organisations in sight, in protocol order. */
export async function readMemberWarnings(ctx: OrganizationContext, unitId: Id | null): Promise<OrganizationWarnings[]> {
  const organizations = await ctx.read((tx) => countedOrganizations(tx, unitId));
  return organizations.flatMap((organization) =>
    memberWarnings(organization).map((warning) => ({ organizationId: organization.organizationId, warning })),
  );
}
