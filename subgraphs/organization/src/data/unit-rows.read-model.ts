import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { UnitNature, UnitSector } from '../domain/unit-nature';
import { directoryRoot, inSight } from './reading-scope';

/** One unit as one flat row, with the sums of its living organisations. */
export interface UnitFlatRow {
  readonly unitId: Id;
  readonly name: string;
  readonly shortName: string | null;
  readonly nature: UnitNature;
  readonly sector: UnitSector | null;
  readonly protocolOrder: number;
  readonly zoneName: string | null;
  readonly status: 'ACTIVE' | 'DISSOLVED';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly organizations: number;
  readonly formalMembers: number;
  readonly probationaryMembers: number;
  readonly changedAt: Date | null;
}

export interface UnitRowsFilter {
  readonly nature?: UnitNature | null;
  readonly includeDissolved?: boolean | null;
  readonly updatedSince?: Date | null;
}

/** $1 committee, $2 the year of the areas, $3 from where down a program sees, $4 to $6 the filter. */
const FROM_UNITS = `
  from organization.unit u
  left join organization.zone_unit m on (m.committee_id, m.year, m.unit_id) = (u.committee_id, $2::int, u.unit_id)
  left join organization.zone z on (z.committee_id, z.zone_id) = (m.committee_id, m.zone_id)
  cross join lateral (
    select count(*)::int as organizations, coalesce(sum(o.formal_members), 0)::int as "formalMembers",
           coalesce(sum(o.probationary_members), 0)::int as "probationaryMembers"
    from organization.organization o
    where o.committee_id = u.committee_id and o.unit_id = u.unit_id and o.status <> 'DISSOLVED') o
  cross join lateral (
    select max(e.recorded_at) as "changedAt" from organization.structure_event e
    where e.committee_id = u.committee_id and e.unit_id = u.unit_id) e
  where u.committee_id = $1 and ${inSight('u', 3)} and ($4::text is null or u.nature = $4)
    and ($5 or u.status <> 'DISSOLVED') and ($6::timestamptz is null or e."changedAt" >= $6)`;

/** Units in protocol order 机构序列; an area is meant as of the given year. */
export async function unitRows(
  tx: ReadTransaction,
  filter: UnitRowsFilter,
  year: number,
  page: PageRequest,
): Promise<Page<UnitFlatRow>> {
  const { nature = null, includeDissolved, updatedSince = null } = filter;
  const parameters = [tx.committeeId, year, directoryRoot(tx), nature, includeDissolved ?? false, updatedSince];
  const [order, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const rows = await tx.query<UnitFlatRow>(
    `select u.unit_id as "unitId", u.name, u.short_name as "shortName", u.nature, u.sector,
            u.protocol_order as "protocolOrder", z.name as "zoneName", u.status,
            u.effective_from as "effectiveFrom", u.effective_to as "effectiveTo", o.*, e.*
     ${FROM_UNITS} and ($7::int is null or (u.protocol_order, u.unit_id) > ($7, $8::uuid))
     order by u.protocol_order, u.unit_id limit $9 offset $10`,
    [...parameters, order, id, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await count(tx, parameters);
  return pageOf(rows, page.first, total, (row) => [row.protocolOrder, row.unitId]);
}

async function count(tx: ReadTransaction, parameters: readonly unknown[]): Promise<number> {
  const [total] = await tx.query<{ count: number }>(`select count(*)::int as count ${FROM_UNITS}`, parameters);
  return total?.count ?? 0;
}
