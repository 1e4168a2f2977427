import type { Id, LocalDate } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ADOPTION_LEVELS } from '../domain/adoption';
import type { Cadence, PeriodKey } from '../domain/period';
import type { ReportKind } from '../domain/report-kind';
import { readingUnits } from './reading-units';

export const ADOPTION_GROUPINGS = ['UNIT', 'PERIOD', 'UNIT_AND_PERIOD'] as const;

export type AdoptionGrouping = (typeof ADOPTION_GROUPINGS)[number];

export interface AdoptionRowsFilter {
  readonly kinds?: readonly ReportKind[] | null;
  readonly unitIds?: readonly Id[] | null;
  /** First and last day of those on which reports count. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

export interface AdoptionGroupRow {
  /** Null for all units together. */
  readonly unitId: Id | null;
  readonly unitName: string | null;
  /** Null for all periods together. */
  readonly periodKey: PeriodKey | null;
  readonly reports: number;
  readonly committee: number;
  readonly city: number;
  readonly province: number;
  readonly nation: number;
}

const PERIODS: Readonly<Record<Cadence, string>> = {
  MONTHLY: `to_char(a.adopted_on, 'YYYY-MM')`,
  QUARTERLY: `to_char(a.adopted_on, 'YYYY"Q"Q')`,
  HALF_YEARLY: `to_char(a.adopted_on, 'YYYY"H"') || case when extract(month from a.adopted_on) <= 6 then 1 else 2 end`,
  YEARLY: `to_char(a.adopted_on, 'YYYY')`,
};

const ALL_UNITS = 'null::uuid';
const ALL_PERIODS = 'null::text';

/**
 * Each report once: at the highest level of the adoptions that stand, on the first day on which it was adopted there. So the
 * months of a year add up to the year. `$1` committee, `$2` the units that are read for, `$3` the levels, `$4` to `$7` the
 * filter.
 */
const COUNTED = `
  (select distinct on (o.report_id) o.report_id, o.unit_id, o.level, o.adopted_on
   from reports.report_adoption o
   where o.committee_id = $1 and ($2::uuid[] is null or o.unit_id = any($2)) and o.revoked_at is null
   order by o.report_id, array_position($3::text[], o.level) desc, o.adopted_on) a
  join reports.report r on r.committee_id = $1 and r.report_id = a.report_id
  where ($4::text[] is null or r.kind = any($4)) and ($5::uuid[] is null or a.unit_id = any($5))
    and ($6::date is null or a.adopted_on >= $6) and ($7::date is null or a.adopted_on <= $7)`;

/** 信息采用统计. The newest period first, units in protocol order: never by how much was adopted. */
export async function adoptionRows(
  tx: ReadTransaction,
  groupBy: AdoptionGrouping,
  every: Cadence,
  { kinds, unitIds, from, to }: AdoptionRowsFilter,
): Promise<AdoptionGroupRow[]> {
  const unit = groupBy === 'PERIOD' ? ALL_UNITS : 'a.unit_id';
  const period = groupBy === 'UNIT' ? ALL_PERIODS : PERIODS[every];
  return tx.query<AdoptionGroupRow>(
    `select g.unit_id as "unitId", u.name as "unitName", g.period_key as "periodKey", g.reports, g.committee, g.city,
            g.province, g.nation
     from (select ${unit} as unit_id, ${period} as period_key, count(*)::int as reports,
                  (count(*) filter (where a.level = 'COMMITTEE'))::int as committee,
                  (count(*) filter (where a.level = 'CITY'))::int as city,
                  (count(*) filter (where a.level = 'PROVINCE'))::int as province,
                  (count(*) filter (where a.level = 'NATION'))::int as nation
           from ${COUNTED} group by 1, 2) g
     left join reports.directory_unit u on u.committee_id = $1 and u.unit_id = g.unit_id
     order by g.period_key desc, u.protocol_order nulls last, g.unit_id`,
    [tx.committeeId, await readingUnits(tx), ADOPTION_LEVELS, kinds, unitIds, from, to].map((value) => value ?? null),
  );
}
