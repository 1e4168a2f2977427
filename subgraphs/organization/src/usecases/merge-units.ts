import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { OrganizationRepository } from '../data/organization.repository';
import type { UnitEntity } from '../data/unit.entity';
import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, type ChangeRecord, earliestRename } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';
import { endUnit } from './end-unit';
import { recordChange } from './record-change';

export interface MergeUnitsInput {
  /** Units that end. */
  readonly unitIds: readonly Id[];
  /** The living unit that takes in their organisations. */
  readonly successorId: Id;
  readonly change: ChangeRecord;
}

/**
 * Merges units into another. Their organisations live on under the successor, with members, dues and running matters;
 * which of them are then moved or dissolved is decided by changes of their own.
 */
export function mergeUnits(ctx: OrganizationContext, input: MergeUnitsInput): Promise<{ unitId: Id }> {
  return changeStructure(ctx, 'mergeUnits', input, async (tx) => {
    const { successorId } = input;
    const successor = await lockUnit(tx, successorId, null);
    const units = await lockMerging(tx, input);
    const organizations = new OrganizationRepository(tx);
    const organizationIds = await organizations.idsOfUnits(input.unitIds);
    await organizations.transferToUnit(organizationIds, successorId);
    for (const unit of units) {
      await endUnit(tx, unit, input.change.effectiveOn);
      await recordMerger(ctx, tx, unit, input);
    }
    await announceStructure(tx, {
      unitIds: [...input.unitIds, successorId],
      organizationIds,
      reason: `单位合并入${successor.name}`,
    });
    return { unitId: successorId };
  });
}

async function lockMerging(tx: Transaction, input: MergeUnitsInput): Promise<UnitEntity[]> {
  const repository = new UnitRepository(tx);
  const unitIds = new Set(input.unitIds);
  const units = await repository.lockAll([...unitIds]);
  if (units.length === 0 || units.length < unitIds.size) throw structureError('UNIT_NOT_FOUND');
  for (const unit of units) {
    if (unit.status === 'DISSOLVED') throw structureError('UNIT_DISSOLVED', { name: unit.name });
    const earliest = earliestRename(await repository.currentNameSince(unit.unitId));
    const subject = { id: unit.unitId, earliest };
    assertChange('MERGE', input.change, subject, localDate(tx.now), [input.successorId]);
  }
  return units;
}

function recordMerger(
  ctx: OrganizationContext,
  tx: Transaction,
  unit: UnitEntity,
  { successorId, change: record }: MergeUnitsInput,
): Promise<void> {
  return recordChange(ctx, tx, {
    kind: 'MERGE',
    action: 'mergeUnits',
    objectType: 'UNIT',
    objectId: unit.unitId,
    unitId: unit.unitId,
    record,
    successorIds: [successorId],
    before: { name: unit.name, status: unit.status },
    after: { status: 'DISSOLVED' },
  });
}
