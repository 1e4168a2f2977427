import { type Id, localDate } from '@hub/core';

import { OrganizationRepository } from '../data/organization.repository';
import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, type ChangeRecord, earliestRename } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';
import { endUnit } from './end-unit';
import { recordChange } from './record-change';

export interface DissolveUnitInput {
  readonly unitId: Id;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Dissolves a unit that has no living organisation left; one that goes on inside another is merged instead. */
export function dissolveUnit(ctx: OrganizationContext, input: DissolveUnitInput): Promise<{ unitId: Id }> {
  return changeStructure(ctx, 'dissolveUnit', input, async (tx) => {
    const { unitId, change: record } = input;
    const unit = await lockUnit(tx, unitId, input.expectedVersion);
    const earliest = earliestRename(await new UnitRepository(tx).currentNameSince(unitId));
    assertChange('DISSOLVE', record, { id: unitId, earliest }, localDate(tx.now));
    const count = await new OrganizationRepository(tx).countLivingOfUnit(unitId);
    if (count > 0) throw structureError('UNIT_HAS_ORGANIZATIONS', { count });
    await endUnit(tx, unit, record.effectiveOn);
    await recordChange(ctx, tx, {
      kind: 'DISSOLVE',
      action: 'dissolveUnit',
      objectType: 'UNIT',
      objectId: unitId,
      unitId,
      record,
      before: { name: unit.name, status: unit.status },
      after: { status: 'DISSOLVED' },
    });
    await announceStructure(tx, { unitIds: [unitId], reason: `撤销单位：${unit.name}` });
    return { unitId };
  });
}
