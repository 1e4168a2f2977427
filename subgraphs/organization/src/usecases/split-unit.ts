import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { OrganizationRepository } from '../data/organization.repository';
import type { UnitEntity } from '../data/unit.entity';
import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, assertName, type ChangeRecord, UNIT_NAME_LIMIT } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';
import { type NewUnit, unitOf } from './create-unit';
import { recordChange } from './record-change';

export interface SplitOffUnit extends NewUnit {
  /** Organisations of the split unit that go with the new one. */
  readonly organizationIds: readonly Id[];
}

export interface SplitUnitInput {
  readonly unitId: Id;
  readonly newUnits: readonly SplitOffUnit[];
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Splits new units off a unit, which itself goes on; where it should end, it is dissolved by a change of its own. */
export function splitUnit(ctx: OrganizationContext, input: SplitUnitInput): Promise<{ unitIds: Id[] }> {
  return changeStructure(ctx, 'splitUnit', input, async (tx) => {
    const unit = await lockUnit(tx, input.unitId, input.expectedVersion);
    const unitIds = input.newUnits.map(() => ctx.ids.next());
    const subject = { id: unit.unitId, earliest: unit.effectiveFrom };
    assertChange('SPLIT', input.change, subject, localDate(tx.now), unitIds);
    for (const [index, newUnit] of input.newUnits.entries()) {
      await splitOff(ctx, tx, unit, newUnit, unitIds[index] as Id, input.change);
    }
    await new UnitRepository(tx).update(unit.unitId, { version: unit.version + 1 });
    await recordChange(ctx, tx, {
      kind: 'SPLIT',
      action: 'splitUnit',
      objectType: 'UNIT',
      objectId: unit.unitId,
      unitId: unit.unitId,
      record: input.change,
      successorIds: unitIds,
      after: { newUnits: input.newUnits.map(({ name, organizationIds }) => ({ name, organizationIds })) },
    });
    const organizationIds = input.newUnits.flatMap((newUnit) => newUnit.organizationIds);
    const reason = `单位分设：${unit.name}`;
    await announceStructure(tx, { unitIds: [unit.unitId, ...unitIds], organizationIds, reason });
    return { unitIds };
  });
}

async function splitOff(
  ctx: OrganizationContext,
  tx: Transaction,
  unit: UnitEntity,
  { organizationIds, ...facts }: SplitOffUnit,
  newUnitId: Id,
  record: ChangeRecord,
): Promise<void> {
  const units = new UnitRepository(tx);
  const organizations = new OrganizationRepository(tx);
  assertName(facts.name, UNIT_NAME_LIMIT);
  if (await units.hasLivingNamed(facts.name)) throw structureError('UNIT_NAME_TAKEN', { name: facts.name });
  // Each is still the split unit's own: one that two new units claim is refused at the second.
  const moving = await organizations.lockAll(organizationIds);
  if (moving.length < new Set(organizationIds).size) throw structureError('ORGANIZATION_NOT_FOUND');
  const foreign = moving.find((organization) => organization.unitId !== unit.unitId);
  if (foreign) throw structureError('ORGANIZATION_OF_OTHER_UNIT', { name: foreign.name });
  if (moving.some((organization) => organization.kind === 'WORK_COMMITTEE')) {
    throw structureError('WORK_COMMITTEE_FIXED');
  }
  await units.insert(unitOf(tx.committeeId, newUnitId, facts, record.effectiveOn));
  await organizations.transferToUnit(organizationIds, newUnitId);
  await recordChange(ctx, tx, {
    kind: 'CREATE',
    action: 'splitUnit',
    objectType: 'UNIT',
    objectId: newUnitId,
    unitId: newUnitId,
    record,
    after: { ...facts, splitOff: unit.unitId, organizationIds },
  });
}
