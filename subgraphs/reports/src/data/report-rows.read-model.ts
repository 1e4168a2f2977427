import { decodeCursor, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ADOPTION_LEVELS, type AdoptionLevel } from '../domain/adoption';
import type { FieldValue } from '../domain/field-value';
import type { TemplateField } from '../domain/template-field';
import type { ReportEntity } from './report.entity';
import { IS_MISSING, REPORT_FILTER, type ReportFilter, reportFilterParameters } from './report-filter.read-model';

/** What names a report in a flat row. */
type NamedReport = Pick<
  ReportEntity,
  'reportId' | 'kind' | 'periodKey' | 'title' | 'unitId' | 'organizationId' | 'organizationName' | 'zoneId' | 'nature'
> & {
  /** As the unit is called now; null before the hub was told of it. */
  readonly unitName: string | null;
};

const NAMED = `r.report_id as "reportId", r.kind, r.period_key as "periodKey", r.title, r.unit_id as "unitId",
  u.name as "unitName", r.organization_id as "organizationId", r.organization_name as "organizationName",
  r.zone_id as "zoneId", r.nature`;

const UNIT = 'left join reports.directory_unit u on u.committee_id = r.committee_id and u.unit_id = r.unit_id';

/** One report as one flat row. */
export type ReportFlatRow = NamedReport &
  Pick<
    ReportEntity,
    | 'taskId'
    | 'state'
    | 'dueAt'
    | 'resubmitDueAt'
    | 'firstSubmittedAt'
    | 'submittedAt'
    | 'returnCount'
    | 'minutesSpent'
    | 'acceptedAt'
    | 'excellentAt'
    | 'updatedAt'
  > & {
    readonly protocolOrder: number | null;
    readonly missing: boolean;
    /** The highest that stands. */
    readonly adoptedLevel: AdoptionLevel | null;
  };

/**
 * Reports for dashboards and exports, the newest first. The order is that of the ids, which never change: a page after a
 * cursor neither repeats nor skips a report, whatever is handed in between two pages. `$18` is where the last page ended.
 */
export async function reportRows(
  tx: ReadTransaction,
  now: Date,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportFlatRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const filtered = await reportFilterParameters(tx, now, filter);
  const rows = await tx.query<ReportFlatRow>(
    `select ${NAMED}, r.task_id as "taskId", u.protocol_order as "protocolOrder", r.state, r.due_at as "dueAt",
            r.resubmit_due_at as "resubmitDueAt", r.first_submitted_at as "firstSubmittedAt",
            r.submitted_at as "submittedAt", r.return_count as "returnCount", r.minutes_spent as "minutesSpent",
            r.accepted_at as "acceptedAt", r.excellent_at as "excellentAt", r.updated_at as "updatedAt",
            ${IS_MISSING} as missing,
            (select a.level from reports.report_adoption a
             where a.committee_id = r.committee_id and a.report_id = r.report_id and a.revoked_at is null
             order by array_position($19::text[], a.level) desc limit 1) as "adoptedLevel"
     from reports.report r ${UNIT}
     where ${REPORT_FILTER} and ($18::uuid is null or r.report_id < $18)
     order by r.report_id desc limit $20 offset $21`,
    [...filtered, after, ADOPTION_LEVELS, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await countReports(tx, filtered);
  return pageOf(rows, page.first, total, (row) => [row.reportId]);
}

async function countReports(tx: ReadTransaction, filtered: readonly unknown[]): Promise<number> {
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report r where ${REPORT_FILTER}`,
    filtered,
  );
  return count?.total ?? 0;
}

/** One field of one report that was handed in, with what it holds. */
export type ReportValueFlatRow = NamedReport & {
  readonly field: TemplateField;
  /** Where the field stands in its template, from 1. */
  readonly position: string;
  readonly value: FieldValue;
};

/** Fields that hold something, of what was handed in last; tables have rows of their own and stand in no flat one. */
const VALUES = `reports.report r
  join reports.report_version c on c.committee_id = r.committee_id and c.report_id = r.report_id
    and c.number = r.submitted_number
  join reports.report_template_version v on v.committee_id = r.committee_id and v.template_id = r.template_id
    and v.number = r.template_version
  cross join lateral jsonb_array_elements(v.fields) with ordinality as f(field, position)`;

const HOLDS = `c."values"->(f.field->>'key') is not null and f.field->>'type' <> 'TABLE'`;

/** What was handed in, field by field, in the order of the reports and then of their templates. */
export async function reportValueRows(
  tx: ReadTransaction,
  now: Date,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportValueFlatRow>> {
  const [report, position] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const filtered = await reportFilterParameters(tx, now, filter);
  const rows = await tx.query<ReportValueFlatRow>(
    `select ${NAMED}, f.field, f.position, c."values"->(f.field->>'key') as value
     from ${VALUES} ${UNIT}
     where ${REPORT_FILTER} and ${HOLDS}
       and ($18::uuid is null or r.report_id < $18 or (r.report_id = $18 and f.position > $19::bigint))
     order by r.report_id desc, f.position limit $20 offset $21`,
    [...filtered, report, position, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await countValues(tx, filtered);
  return pageOf(rows, page.first, total, (row) => [row.reportId, row.position]);
}

async function countValues(tx: ReadTransaction, filtered: readonly unknown[]): Promise<number> {
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${VALUES} where ${REPORT_FILTER} and ${HOLDS}`,
    filtered,
  );
  return count?.total ?? 0;
}
