import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { OrganizationEntity } from '../data/organization.entity';
import { OrganizationRepository } from '../data/organization.repository';
import { affiliationPath, assertGuidance } from '../domain/affiliation';
import type { OrganizationKind } from '../domain/organization-kind';
import { structureError } from '../domain/structure.errors';
import { assertChange, assertName, type ChangeRecord, ORGANIZATION_NAME_LIMIT } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockOrganization, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface CreateOrganizationInput {
  readonly unitId: Id;
  readonly kind: OrganizationKind;
  readonly name: string;
  /** The superior 隶属; none for leadership bodies. */
  readonly affiliationId?: Id | null;
  /** The leadership body that guides it 指导. */
  readonly guidanceId?: Id | null;
  readonly hasBranchCommittee?: boolean | null;
  readonly nationalCode?: string | null;
  readonly change: ChangeRecord;
}

export function createOrganization(
  ctx: OrganizationContext,
  input: CreateOrganizationInput,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'createOrganization', input, async (tx) => {
    const { change: record, kind, name, unitId } = input;
    if (kind === 'WORK_COMMITTEE') throw structureError('WORK_COMMITTEE_FIXED');
    const unit = await lockUnit(tx, unitId, null);
    const organizationId = ctx.ids.next();
    assertName(name, ORGANIZATION_NAME_LIMIT);
    assertChange('CREATE', record, { id: organizationId, earliest: unit.effectiveFrom }, localDate(tx.now));
    const organization = await firstState(tx, organizationId, input);
    await new OrganizationRepository(tx).insert(organization);
    const { affiliationId, guidanceId } = organization;
    await recordChange(ctx, tx, {
      kind: 'CREATE',
      action: 'createOrganization',
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId,
      record,
      after: { name, kind, affiliationId, guidanceId },
    });
    await announceStructure(tx, { organizationIds: [organizationId], reason: `设立党组织：${name}` });
    return { organizationId };
  });
}

async function firstState(
  tx: Transaction,
  organizationId: Id,
  { affiliationId = null, guidanceId = null, ...input }: CreateOrganizationInput,
): Promise<OrganizationEntity> {
  const { unitId, kind, name } = input;
  const parent = affiliationId === null ? null : await lockOrganization(tx, affiliationId, null);
  if (guidanceId !== null) assertGuidance({ kind, unitId }, await lockOrganization(tx, guidanceId, null));
  return {
    committeeId: tx.committeeId,
    organizationId,
    unitId,
    kind,
    name,
    affiliationId,
    affiliationPath: affiliationPath({ organizationId, kind }, parent),
    guidanceId,
    systemLeadId: null,
    hasBranchCommittee: input.hasBranchCommittee ?? false,
    formalMembers: null,
    probationaryMembers: null,
    membersReportedOn: null,
    nationalCode: input.nationalCode ?? null,
    status: 'ACTIVE',
    effectiveFrom: input.change.effectiveOn,
    effectiveTo: null,
    version: 1,
  };
}
