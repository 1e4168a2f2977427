import { type Id, localDate } from '@hub/core';

import { OrganizationRepository } from '../data/organization.repository';
import { assertChange, assertRename, type ChangeRecord, ORGANIZATION_NAME_LIMIT } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface RenameOrganizationInput {
  readonly organizationId: Id;
  readonly name: string;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

export function renameOrganization(
  ctx: OrganizationContext,
  input: RenameOrganizationInput,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'renameOrganization', input, async (tx) => {
    const { organizationId, name, change: record } = input;
    const organization = await lockOrganization(tx, organizationId, input.expectedVersion);
    assertRename(organization.name, name, ORGANIZATION_NAME_LIMIT);
    const subject = { id: organizationId, earliest: organization.effectiveFrom };
    assertChange('RENAME', record, subject, localDate(tx.now));
    await new OrganizationRepository(tx).update(organizationId, { name, version: organization.version + 1 });
    await recordChange(ctx, tx, {
      kind: 'RENAME',
      action: 'renameOrganization',
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId: organization.unitId,
      record,
      before: { name: organization.name },
      after: { name },
    });
    await announceStructure(tx, { organizationIds: [organizationId], reason: `党组织更名：${name}` });
    return { organizationId };
  });
}
