import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { byKey, groupedBy } from './keyed';
import { directoryRoot, inSight } from './reading-scope';
import type { ZoneEntity } from './zone.entity';

const COLUMNS = columns('z', ['committee_id', 'zone_id', 'name', 'contact_leader_post_id', 'active', 'version']);

/** Areas that ever had a unit in sight; to people all areas are. */
const zoneInSight = (rootParameter: number): string => `
  ($${rootParameter}::uuid is null or exists (
    select from organization.zone_unit m
    where (m.committee_id, m.zone_id) = (z.committee_id, z.zone_id) and ${inSight('m', rootParameter)}))`;

export async function zonesById(tx: ReadTransaction, zoneIds: readonly Id[]): Promise<Map<Id, ZoneEntity>> {
  const rows = await tx.query<ZoneEntity>(
    `select ${COLUMNS} from organization.zone z where z.committee_id = $1 and z.zone_id = any($2) and ${zoneInSight(3)}`,
    [tx.committeeId, zoneIds, directoryRoot(tx)],
  );
  return byKey(rows, (row) => row.zoneId);
}

/** Areas in use, in the order they were drawn. */
export function listZones(tx: ReadTransaction): Promise<ZoneEntity[]> {
  return tx.query<ZoneEntity>(
    `select ${COLUMNS} from organization.zone z where z.committee_id = $1 and z.active and ${zoneInSight(2)}
     order by z.zone_id`,
    [tx.committeeId, directoryRoot(tx)],
  );
}

/** A unit, or an area, in a year. */
export interface InYear {
  readonly id: Id;
  readonly year: number;
}

export const formatInYear = ({ id, year }: InYear): string => `${year}/${id}`;

function parseInYear(key: string): InYear {
  const [year, id] = key.split('/');
  return { year: Number(year), id: id as Id };
}

/** The area of each unit in a year, by keys of `formatInYear`. */
export async function zonesOfUnits(tx: ReadTransaction, keys: readonly string[]): Promise<Map<string, ZoneEntity>> {
  const pairs = keys.map(parseInYear);
  const rows = await tx.query<ZoneEntity & { readonly year: number; readonly unitId: Id }>(
    `select ${COLUMNS}, m.year, m.unit_id as "unitId"
     from organization.zone_unit m
     join organization.zone z on (z.committee_id, z.zone_id) = (m.committee_id, m.zone_id)
     join unnest($2::int[], $3::uuid[]) as asked(year, unit_id) on (asked.year, asked.unit_id) = (m.year, m.unit_id)
     where m.committee_id = $1 and ${inSight('m', 4)}`,
    [tx.committeeId, pairs.map(({ year }) => year), pairs.map(({ id }) => id), directoryRoot(tx)],
  );
  return byKey(rows, ({ year, unitId }) => formatInYear({ year, id: unitId }));
}

/** Ids of the living units of each area in a year, in protocol order, by keys of `formatInYear`. */
export async function unitsOfZones(tx: ReadTransaction, keys: readonly string[]): Promise<Map<string, Id[]>> {
  const pairs = keys.map(parseInYear);
  const rows = await tx.query<{ readonly key: string; readonly unitId: Id }>(
    `select m.year || '/' || m.zone_id as key, m.unit_id as "unitId"
     from organization.zone_unit m
     join organization.unit u on (u.committee_id, u.unit_id) = (m.committee_id, m.unit_id)
     join unnest($2::int[], $3::uuid[]) as asked(year, zone_id) on (asked.year, asked.zone_id) = (m.year, m.zone_id)
     where m.committee_id = $1 and u.status <> 'DISSOLVED' and ${inSight('m', 4)}
     order by u.protocol_order, u.unit_id`,
    [tx.committeeId, pairs.map(({ year }) => year), pairs.map(({ id }) => id), directoryRoot(tx)],
  );
  const groups = groupedBy(keys, rows, (row) => row.key);
  return new Map([...groups].map(([key, members]) => [key, members.map((row) => row.unitId)]));
}
