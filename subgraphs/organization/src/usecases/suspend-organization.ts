import { type Id, localDate } from '@hub/core';

import { OrganizationRepository } from '../data/organization.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, type ChangeRecord } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockSubordinate } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface SuspendOrganizationInput {
  readonly organizationId: Id;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

const SUSPEND = { kind: 'SUSPEND', action: 'suspendOrganization', from: 'ACTIVE', to: 'SUSPENDED' } as const;
const RESUME = { kind: 'RESUME', action: 'resumeOrganization', from: 'SUSPENDED', to: 'ACTIVE' } as const;

/** Takes an organisation out of every list of addressees for a time. */
export const suspendOrganization = (ctx: OrganizationContext, input: SuspendOrganizationInput) =>
  switchStatus(ctx, input, SUSPEND);

export const resumeOrganization = (ctx: OrganizationContext, input: SuspendOrganizationInput) =>
  switchStatus(ctx, input, RESUME);

function switchStatus(
  ctx: OrganizationContext,
  input: SuspendOrganizationInput,
  { kind, action, from, to }: typeof SUSPEND | typeof RESUME,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, action, input, async (tx) => {
    const { organizationId, change: record } = input;
    const organization = await lockSubordinate(tx, organizationId, input.expectedVersion);
    const { name, status, version, unitId } = organization;
    if (status !== from) throw structureError('ORGANIZATION_STATUS', { name });
    assertChange(kind, record, { id: organizationId, earliest: organization.effectiveFrom }, localDate(tx.now));
    await new OrganizationRepository(tx).update(organizationId, { status: to, version: version + 1 });
    await recordChange(ctx, tx, {
      kind,
      action,
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId,
      record,
      before: { status: from },
      after: { status: to },
    });
    await announceStructure(tx, { organizationIds: [organizationId], reason: `党组织状态调整：${name}` });
    return { organizationId };
  });
}
