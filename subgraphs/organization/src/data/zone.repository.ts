import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ZoneEntity } from './zone.entity';

export class ZoneRepository {
  constructor(private readonly tx: Transaction) {}

  find(zoneId: Id): Promise<ZoneEntity | null> {
    return this.tx.manager.findOneBy(ZoneEntity, { committeeId: this.tx.committeeId, zoneId });
  }

  isNameTaken(name: string): Promise<boolean> {
    return this.tx.manager.existsBy(ZoneEntity, { committeeId: this.tx.committeeId, name });
  }

  async insert(zone: ZoneEntity): Promise<void> {
    await this.tx.manager.insert(ZoneEntity, zone);
  }

  /** Puts units into the zone for a year; answers the units that were not in it before. */
  async assign(zoneId: Id, year: number, unitIds: readonly Id[]): Promise<Id[]> {
    const rows = await this.tx.query<{ unit_id: Id }>(
      `with assigned as (
         insert into organization.zone_unit as z (committee_id, year, unit_id, zone_id)
         select $1, $3, unit_id, $2 from unnest($4::uuid[]) as unit_id
         on conflict (committee_id, year, unit_id) do update set zone_id = excluded.zone_id
           where z.zone_id <> excluded.zone_id
         returning unit_id
       )
       select unit_id from assigned order by unit_id`,
      [this.tx.committeeId, zoneId, year, [...unitIds]],
    );
    return rows.map((row) => row.unit_id);
  }

  async raiseUnitVersions(unitIds: readonly Id[]): Promise<void> {
    await this.tx.execute(
      'update organization.unit set version = version + 1 where committee_id = $1 and unit_id = any($2)',
      [this.tx.committeeId, [...unitIds]],
    );
  }
}
