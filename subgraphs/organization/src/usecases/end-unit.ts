import type { Transaction } from '@hub/persistence';

import type { UnitEntity } from '../data/unit.entity';
import { UnitRepository } from '../data/unit.repository';

/** The unit and its name end on a day; its row and its history stay. */
export async function endUnit(tx: Transaction, unit: UnitEntity, on: string): Promise<void> {
  const units = new UnitRepository(tx);
  await units.update(unit.unitId, { status: 'DISSOLVED', effectiveTo: on, version: unit.version + 1 });
  await units.closeName(unit.unitId, on);
}
