import { type Id, localDate } from '@hub/core';

import { OrganizationRepository } from '../data/organization.repository';
import { affiliationPath } from '../domain/affiliation';
import { assertChange, type ChangeRecord } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockOrganization, lockSubordinate } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface MoveOrganizationInput {
  readonly organizationId: Id;
  /** The new superior 隶属. */
  readonly affiliationId: Id;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Hangs an organisation, with everything below it, under another superior. */
export function moveOrganization(
  ctx: OrganizationContext,
  input: MoveOrganizationInput,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'moveOrganization', input, async (tx) => {
    const { organizationId, affiliationId, change: record } = input;
    const organization = await lockSubordinate(tx, organizationId, input.expectedVersion);
    const parent = await lockOrganization(tx, affiliationId, null);
    const subject = { id: organizationId, earliest: organization.effectiveFrom };
    assertChange('MOVE', record, subject, localDate(tx.now));
    // The path itself is written set-based; here its rules are asked.
    affiliationPath(organization, parent);
    const organizationIds = await new OrganizationRepository(tx).moveSubtree(organizationId, parent);
    await recordChange(ctx, tx, {
      kind: 'MOVE',
      action: 'moveOrganization',
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId: organization.unitId,
      record,
      before: { affiliationId: organization.affiliationId },
      after: { affiliationId },
    });
    await announceStructure(tx, { organizationIds, reason: `调整隶属：${organization.name}` });
    return { organizationId };
  });
}
