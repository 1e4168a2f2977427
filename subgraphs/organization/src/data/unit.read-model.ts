import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { byKey, groupedBy } from './keyed';
import { directoryRoot, inSight } from './reading-scope';
import type { UnitEntity } from './unit.entity';
import type { UnitNameEntity } from './unit-name.entity';

const COLUMNS = columns('u', [
  'committee_id',
  'unit_id',
  'name',
  'short_name',
  'nature',
  'sector',
  'protocol_order',
  'is_fictitious',
  'unified_social_credit_code',
  'status',
  'effective_from',
  'effective_to',
  'version',
]);

/** By id the committee's own unit is there for everybody, as the organisation that issues the papers is. */
export async function unitsById(tx: ReadTransaction, unitIds: readonly Id[]): Promise<Map<Id, UnitEntity>> {
  const rows = await tx.query<UnitEntity>(
    `select ${COLUMNS} from organization.unit u where u.committee_id = $1 and u.unit_id = any($2)
       and (${inSight('u', 3)} or exists (
         select from organization.organization o
         where o.committee_id = u.committee_id and o.unit_id = u.unit_id and o.kind = 'WORK_COMMITTEE'))`,
    [tx.committeeId, unitIds, directoryRoot(tx)],
  );
  return byKey(rows, (row) => row.unitId);
}

export interface UnitFilter {
  readonly nature?: string | null;
  readonly zoneId?: Id | null;
  /** Part of the present name. */
  readonly search?: string | null;
  readonly includeDissolved?: boolean | null;
}

const FILTER = `
  u.committee_id = $1 and ($2::text is null or u.nature = $2)
  and ($3::uuid is null or exists (
    select from organization.zone_unit z
    where (z.committee_id, z.year, z.unit_id) = (u.committee_id, $4::int, u.unit_id) and z.zone_id = $3))
  and ($5::text is null or position($5 in u.name) > 0)
  and ($6 or u.status <> 'DISSOLVED') and ${inSight('u', 7)}`;

/** Units in protocol order 机构序列; an area is meant as of the given year. */
export async function listUnits(
  tx: ReadTransaction,
  filter: UnitFilter,
  year: number,
  page: PageRequest,
): Promise<Page<UnitEntity>> {
  const { nature = null, zoneId = null, search = null, includeDissolved = false } = filter;
  const filtered = [tx.committeeId, nature, zoneId, year, search || null, includeDissolved ?? false];
  const parameters = [...filtered, directoryRoot(tx)];
  const [order, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const rows = await tx.query<UnitEntity>(
    `select ${COLUMNS} from organization.unit u
     where ${FILTER} and ($8::int is null or (u.protocol_order, u.unit_id) > ($8, $9::uuid))
     order by u.protocol_order, u.unit_id limit $10 offset $11`,
    [...parameters, order, id, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.unit u where ${FILTER}`,
    parameters,
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.protocolOrder, row.unitId]);
}

/** Names a unit has borne, the oldest first. */
export async function namesOfUnits(tx: ReadTransaction, unitIds: readonly Id[]): Promise<Map<Id, UnitNameEntity[]>> {
  const names = columns('n', ['committee_id', 'unit_id', 'name', 'short_name', 'effective_from', 'effective_to']);
  const rows = await tx.query<UnitNameEntity>(
    `select ${names} from organization.unit_name n where n.committee_id = $1 and n.unit_id = any($2) and ${inSight('n', 3)}
     order by n.unit_id, n.effective_from`,
    [tx.committeeId, unitIds, directoryRoot(tx)],
  );
  return groupedBy(unitIds, rows, (row) => row.unitId);
}

/** The name in force on a day; null before the first and after the last. */
export function nameOn(names: readonly UnitNameEntity[], date: LocalDate): string | null {
  const found = names.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || date < effectiveTo),
  );
  return found?.name ?? null;
}
