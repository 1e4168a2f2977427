import { type Id, localDate } from '@hub/core';

import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import {
  assertChange,
  assertRename,
  type ChangeRecord,
  earliestRename,
  UNIT_NAME_LIMIT,
} from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface RenameUnitInput {
  readonly unitId: Id;
  readonly name: string;
  readonly shortName?: string | null;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Gives a unit a new name from a day on; what was issued before keeps the old one. */
export function renameUnit(ctx: OrganizationContext, input: RenameUnitInput): Promise<{ unitId: Id }> {
  return changeStructure(ctx, 'renameUnit', input, async (tx) => {
    const { unitId, name, shortName = null, change: record } = input;
    const units = new UnitRepository(tx);
    const unit = await lockUnit(tx, unitId, input.expectedVersion);
    assertRename(unit.name, name, UNIT_NAME_LIMIT);
    const earliest = earliestRename(await units.currentNameSince(unitId));
    assertChange('RENAME', record, { id: unitId, earliest }, localDate(tx.now));
    if (await units.hasLivingNamed(name)) throw structureError('UNIT_NAME_TAKEN', { name });
    await units.update(unitId, { name, shortName, version: unit.version + 1 });
    await units.changeName({ ...unit, name, shortName }, record.effectiveOn);
    await recordChange(ctx, tx, {
      kind: 'RENAME',
      action: 'renameUnit',
      objectType: 'UNIT',
      objectId: unitId,
      unitId,
      record,
      before: { name: unit.name, shortName: unit.shortName },
      after: { name, shortName },
    });
    await announceStructure(tx, { unitIds: [unitId], reason: `单位更名：${name}` });
    return { unitId };
  });
}
