import type { Id } from '@hub/core';
import { assertVersion, type JsonValue, requirePerson, type Transaction } from '@hub/persistence';

import type { OrganizationEntity } from '../data/organization.entity';
import { OrganizationRepository } from '../data/organization.repository';
import { lockStructure } from '../data/structure.lock';
import type { UnitEntity } from '../data/unit.entity';
import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import { type StructureVerb, structurePolicy } from '../domain/structure.policy';
import type { OrganizationContext } from './context';

/** The frame of every change of the structure: policy, one transaction, one change at a time. */
export function changeStructure<T extends JsonValue>(
  ctx: OrganizationContext,
  verb: StructureVerb,
  input: unknown,
  act: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const actor = requirePerson(ctx);
  structurePolicy.assertMay(actor, verb, { committeeId: actor.committeeId });
  return ctx.command(verb, input, async (tx) => {
    await lockStructure(tx);
    return act(tx);
  });
}

/** The living unit of that id under lock; any version when none is expected. */
export async function lockUnit(tx: Transaction, unitId: Id, expectedVersion: number | null): Promise<UnitEntity> {
  const [unit] = await new UnitRepository(tx).lockAll([unitId]);
  if (!unit) throw structureError('UNIT_NOT_FOUND');
  if (expectedVersion !== null) assertVersion(unit.version, expectedVersion);
  if (unit.status === 'DISSOLVED') throw structureError('UNIT_DISSOLVED', { name: unit.name });
  return unit;
}

/** The living organisation of that id under lock; any version when none is expected. */
export async function lockOrganization(
  tx: Transaction,
  organizationId: Id,
  expectedVersion: number | null,
): Promise<OrganizationEntity> {
  const [organization] = await new OrganizationRepository(tx).lockAll([organizationId]);
  if (!organization) throw structureError('ORGANIZATION_NOT_FOUND');
  if (expectedVersion !== null) assertVersion(organization.version, expectedVersion);
  if (organization.status === 'DISSOLVED') {
    throw structureError('ORGANIZATION_DISSOLVED', { name: organization.name });
  }
  return organization;
}

/** As `lockOrganization`, and not the work committee, which the 市委 sets up. */
export async function lockSubordinate(
  tx: Transaction,
  organizationId: Id,
  expectedVersion: number | null,
): Promise<OrganizationEntity> {
  const organization = await lockOrganization(tx, organizationId, expectedVersion);
  if (organization.kind === 'WORK_COMMITTEE') throw structureError('WORK_COMMITTEE_FIXED');
  return organization;
}
