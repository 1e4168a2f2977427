import type { Id } from '@hub/core';

import { OrganizationRepository } from '../data/organization.repository';
import { assertGuidance } from '../domain/affiliation';
import { announceStructure } from './announce-structure';
import { changeStructure, lockOrganization, lockSubordinate } from './change-structure';
import type { OrganizationContext } from './context';

export interface ChangeGuidanceInput {
  readonly organizationId: Id;
  /** The leadership body that guides from now on; null for none. */
  readonly guidanceId?: Id | null;
  readonly expectedVersion: number;
}

/** Sets the guidance edge 指导, which carries no approvals, dues or statistics. */
export function changeGuidance(ctx: OrganizationContext, input: ChangeGuidanceInput): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'changeGuidance', input, async (tx) => {
    const { organizationId, guidanceId = null } = input;
    const organization = await lockSubordinate(tx, organizationId, input.expectedVersion);
    if (guidanceId !== null) assertGuidance(organization, await lockOrganization(tx, guidanceId, null));
    await new OrganizationRepository(tx).update(organizationId, { guidanceId, version: organization.version + 1 });
    tx.audit({
      action: 'changeGuidance',
      objectType: 'organization',
      objectId: organizationId,
      before: { guidanceId: organization.guidanceId },
      after: { guidanceId },
    });
    await announceStructure(tx, { organizationIds: [organizationId], reason: '调整指导关系' });
    return { organizationId };
  });
}
