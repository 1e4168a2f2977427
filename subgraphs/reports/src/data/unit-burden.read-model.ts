import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { PeriodKey } from '../domain/period';
import type { ReportKind } from '../domain/report-kind';
import { readingUnits } from './reading-units';

/** 填报负担, of one unit or of all of them together. */
export interface BurdenFigures {
  readonly tasks: number;
  readonly askedFields: number;
  readonly knownFields: number;
  readonly minutesEstimated: number;
  readonly handedIn: number;
  readonly minutesSpent: number;
  readonly minutesSaid: number;
}

export interface UnitBurdenRow extends BurdenFigures {
  readonly unitId: Id;
  readonly unitName: string | null;
  readonly month: string;
}

export interface BurdenMonthRow extends BurdenFigures {
  readonly month: string;
  readonly units: number;
}

export interface UnitBurdenFilter {
  readonly unitIds?: readonly Id[] | null;
  readonly fromMonth?: string | null;
  readonly toMonth?: string | null;
}

const IN_SIGHT = `b.committee_id = $1 and ($2::uuid[] is null or b.unit_id = any($2))
  and ($3::uuid[] is null or b.unit_id = any($3))
  and ($4::text is null or b.month >= $4) and ($5::text is null or b.month <= $5)`;

const selectionOf = async (tx: ReadTransaction, { unitIds, fromMonth, toMonth }: UnitBurdenFilter) => [
  tx.committeeId,
  await readingUnits(tx),
  unitIds,
  fromMonth,
  toMonth,
];

/** The newest month first, units in protocol order: never by how much they do. */
export async function listUnitBurdens(
  tx: ReadTransaction,
  filter: UnitBurdenFilter,
  page: PageRequest,
): Promise<Page<UnitBurdenRow>> {
  const [month, order, unitId] = page.after === null ? [null, null, null] : decodeCursor(page.after, 3);
  const selection = await selectionOf(tx, filter);
  const rows = await tx.query<UnitBurdenRow & { readonly protocolOrder: number }>(
    `select b.unit_id as "unitId", u.name as "unitName", coalesce(u.protocol_order, 2147483647) as "protocolOrder", b.month,
            b.tasks, b.asked_fields as "askedFields", b.known_fields as "knownFields",
            b.minutes_estimated as "minutesEstimated", b.handed_in as "handedIn", b.minutes_spent as "minutesSpent",
            b.minutes_said as "minutesSaid"
     from reports.unit_burden b
     left join reports.directory_unit u on u.committee_id = b.committee_id and u.unit_id = b.unit_id
     where ${IN_SIGHT}
       and ($6::text is null or b.month < $6
            or (b.month = $6 and (coalesce(u.protocol_order, 2147483647), b.unit_id) > ($7::int, $8::uuid)))
     order by b.month desc, 3, b.unit_id limit $9 offset $10`,
    [...selection, month, order, unitId, page.first + 1, page.offset ?? 0],
  );
  const [count] =
    page.counted === false
      ? []
      : await tx.query<{ total: number }>(
          `select count(*)::int as total from reports.unit_burden b where ${IN_SIGHT}`,
          selection,
        );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.month, row.protocolOrder, row.unitId]);
}

/** Month by month, over all units that the reader reads for: the oldest first, as a trend is read. */
export async function burdenTrend(tx: ReadTransaction, filter: UnitBurdenFilter): Promise<BurdenMonthRow[]> {
  return tx.query<BurdenMonthRow>(
    `select b.month, (count(*) filter (where b.tasks > 0))::int as units, sum(b.tasks)::int as tasks,
            sum(b.asked_fields)::int as "askedFields", sum(b.known_fields)::int as "knownFields",
            sum(b.minutes_estimated)::int as "minutesEstimated", sum(b.handed_in)::int as "handedIn",
            sum(b.minutes_spent)::int as "minutesSpent", sum(b.minutes_said)::int as "minutesSaid"
     from reports.unit_burden b where ${IN_SIGHT} group by b.month order by b.month`,
    await selectionOf(tx, filter),
  );
}

/** A task that was asked of a unit. */
export interface BurdenAskRow {
  readonly reportId: Id;
  readonly taskId: Id;
  readonly kind: ReportKind;
  readonly title: string;
  readonly periodKey: PeriodKey;
  readonly organizationName: string;
  readonly askedOn: string;
  readonly minutesEstimated: number;
  readonly minutesSpent: number | null;
}

/** What was asked of units in months, by the two: in the order in which it was asked. */
export async function burdenAsks(
  tx: ReadTransaction,
  burdens: readonly Pick<UnitBurdenRow, 'unitId' | 'month'>[],
): Promise<(BurdenAskRow & Pick<UnitBurdenRow, 'unitId' | 'month'>)[]> {
  return tx.query(
    `select w.unit_id as "unitId", w.month, r.report_id as "reportId", r.task_id as "taskId", r.kind, r.title,
            r.period_key as "periodKey", r.organization_name as "organizationName",
            (t.opened_at at time zone 'Asia/Shanghai')::date::text as "askedOn",
            v.minutes as "minutesEstimated", r.minutes_spent as "minutesSpent"
     from unnest($2::uuid[], $3::text[]) as w(unit_id, month)
     join reports.report r on r.committee_id = $1 and r.unit_id = w.unit_id
     join reports.report_task t
       on t.committee_id = r.committee_id and t.task_id = r.task_id
      and t.opened_at >= (w.month || '-01')::timestamp at time zone 'Asia/Shanghai'
      and t.opened_at < ((w.month || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
     join reports.report_template_version v
       on v.committee_id = r.committee_id and v.template_id = r.template_id and v.number = r.template_version
     where $4::uuid[] is null or r.unit_id = any($4)
     order by t.opened_at, r.report_id`,
    [tx.committeeId, burdens.map(({ unitId }) => unitId), burdens.map(({ month }) => month), await readingUnits(tx)],
  );
}
