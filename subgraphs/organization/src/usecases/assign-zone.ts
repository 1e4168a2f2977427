import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { StructureEventRepository } from '../data/structure-event.repository';
import { UnitRepository } from '../data/unit.repository';
import { ZoneRepository } from '../data/zone.repository';
import { assignmentStart } from '../domain/zone';
import { zoneError } from '../domain/zone.errors';
import { announceStructure } from './announce-structure';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';
import { structureEvent } from './record-change';

export interface AssignZoneInput {
  readonly zoneId: Id;
  readonly year: number;
  readonly unitIds: readonly Id[];
}

/** Puts units into an area for a year, out of whichever they were in for that year. */
export function assignZone(ctx: OrganizationContext, input: AssignZoneInput): Promise<{ zoneId: Id }> {
  return changeStructure(ctx, 'assignZone', input, async (tx) => {
    const { zoneId, year } = input;
    const effectiveOn = assignmentStart(year, localDate(tx.now));
    const zones = new ZoneRepository(tx);
    const zone = await zones.find(zoneId);
    if (!zone?.active) throw zoneError('ZONE_NOT_FOUND');
    await assertLivingUnits(tx, input.unitIds);
    const moved = await zones.assign(zoneId, year, [...new Set(input.unitIds)]);
    await zones.raiseUnitVersions(moved);
    const changes = moved.map((unitId) =>
      structureEvent(ctx, tx, {
        kind: 'CHANGE_AREA',
        objectType: 'UNIT',
        objectId: unitId,
        unitId,
        record: { effectiveOn },
        after: { zoneId, year },
      }),
    );
    await new StructureEventRepository(tx).append(changes);
    tx.audit({ action: 'assignZone', objectType: 'zone', objectId: zoneId, after: { year, unitIds: moved } });
    await announceStructure(tx, { unitIds: moved, reason: `调整片区：${zone.name}` });
    return { zoneId };
  });
}

async function assertLivingUnits(tx: Transaction, unitIds: readonly Id[]): Promise<void> {
  const units = await new UnitRepository(tx).lockAll(unitIds);
  const living = units.filter((unit) => unit.status !== 'DISSOLVED');
  const count = new Set(unitIds).size - living.length;
  if (count > 0) throw zoneError('ZONE_UNITS_INVALID', { count });
}
