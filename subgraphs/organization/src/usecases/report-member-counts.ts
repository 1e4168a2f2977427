import { type Id, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { OrganizationRepository } from '../data/organization.repository';
import { assertMemberCount, type MemberCount } from '../domain/member-count';
import { structurePolicy } from '../domain/structure.policy';
import { announceMemberCounts } from './announce-member-counts';
import { lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';

export interface ReportMemberCountsInput extends MemberCount {
  readonly organizationId: Id;
  readonly hasBranchCommittee: boolean;
  readonly expectedVersion: number;
}

/** The numbers an organisation gives of itself, until its members live in the hub. */
export function reportMemberCounts(
  ctx: OrganizationContext,
  input: ReportMemberCountsInput,
): Promise<{ organizationId: Id }> {
  const actor = requirePerson(ctx);
  return ctx.command('reportMemberCounts', input, async (tx) => {
    const { organizationId, formalMembers, probationaryMembers, reportedOn, hasBranchCommittee } = input;
    const organization = await lockOrganization(tx, organizationId, null);
    structurePolicy.assertMay(actor, 'reportMemberCounts', organization);
    assertVersion(organization.version, input.expectedVersion);
    assertMemberCount(organization.kind, input, organization.membersReportedOn, localDate(tx.now));
    await new OrganizationRepository(tx).update(organizationId, {
      formalMembers,
      probationaryMembers,
      membersReportedOn: reportedOn,
      hasBranchCommittee,
      version: organization.version + 1,
    });
    await announceMemberCounts(tx, [organizationId]);
    tx.audit({
      action: 'reportMemberCounts',
      objectType: 'organization',
      objectId: organizationId,
      before: {
        formalMembers: organization.formalMembers,
        probationaryMembers: organization.probationaryMembers,
        hasBranchCommittee: organization.hasBranchCommittee,
      },
      after: { formalMembers, probationaryMembers, reportedOn, hasBranchCommittee },
    });
    return { organizationId };
  });
}
