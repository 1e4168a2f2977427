import type { Id } from '@hub/core';

import { UnitRepository } from '../data/unit.repository';
import { announceStructure } from './announce-structure';
import { changeStructure, lockUnit } from './change-structure';
import type { OrganizationContext } from './context';

export interface ChangeUnitOrderInput {
  readonly unitId: Id;
  readonly protocolOrder: number;
  readonly expectedVersion: number;
}

/** Moves a unit within the protocol order 机构序列, the order of every list. */
export function changeUnitOrder(ctx: OrganizationContext, input: ChangeUnitOrderInput): Promise<{ unitId: Id }> {
  return changeStructure(ctx, 'changeUnitOrder', input, async (tx) => {
    const { unitId, protocolOrder } = input;
    const unit = await lockUnit(tx, unitId, input.expectedVersion);
    await new UnitRepository(tx).update(unitId, { protocolOrder, version: unit.version + 1 });
    tx.audit({
      action: 'changeUnitOrder',
      objectType: 'unit',
      objectId: unitId,
      before: { protocolOrder: unit.protocolOrder },
      after: { protocolOrder },
    });
    await announceStructure(tx, { unitIds: [unitId], reason: '调整机构序列' });
    return { unitId };
  });
}
