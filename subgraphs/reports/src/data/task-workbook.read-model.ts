import { decodeCursor, encodeCursor, type Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FieldValues } from '../domain/field-value';
import type { ReportState } from '../domain/report-state';
import type { TemplateField } from '../domain/template-field';
import { readingUnits } from './reading-units';

export interface WorkbookTask {
  readonly taskId: Id;
  readonly title: string;
  readonly periodKey: string;
  readonly templateVersion: number;
  readonly fields: readonly TemplateField[];
  /** How many reports of it the reader may see. */
  readonly reports: number;
}

/** Null for a task of which the reader sees no report. */
export async function workbookTask(tx: ReadTransaction, taskId: Id): Promise<WorkbookTask | null> {
  const [task] = await tx.query<WorkbookTask>(
    `select t.task_id as "taskId", t.title, t.period_key as "periodKey", t.template_version as "templateVersion",
       v.fields, (select count(*)::int from reports.report r
                  where r.committee_id = $1 and r.task_id = $2 and ($3::uuid[] is null or r.unit_id = any($3))) as reports
     from reports.report_task t
     join reports.report_template_version v on v.committee_id = $1 and v.template_id = t.template_id
       and v.number = t.template_version
     where t.committee_id = $1 and t.task_id = $2`,
    [tx.committeeId, taskId, await readingUnits(tx)],
  );
  return task && task.reports > 0 ? task : null;
}

/** Whose words are read: the unit's newest, or what was handed in last. */
export type WordsOf = 'NEWEST' | 'HANDED_IN';

export interface WorkbookReport {
  /** Counted from 1 over the whole workbook. */
  readonly no: number;
  readonly reportId: Id;
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly unitId: Id;
  readonly unitName: string;
  readonly state: ReportState;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly excellentAt: Date | null;
  readonly values: FieldValues;
}

export interface WorkbookReports {
  readonly reports: readonly WorkbookReport[];
  readonly endCursor: string | null;
}

interface Row extends Omit<WorkbookReport, 'no' | 'values'> {
  readonly protocolOrder: number;
  readonly values: FieldValues | null;
}

/** Rows that the tables of a task's reports have together. */
export async function tableRowCount(
  tx: ReadTransaction,
  taskId: Id,
  words: WordsOf,
  tables: readonly string[],
): Promise<number> {
  if (tables.length === 0) return 0;
  const [row] = await tx.query<{ count: number }>(
    `select coalesce(sum(jsonb_array_length(v."values" -> f.key -> 'rows')), 0)::int as count
     from reports.report r
     join reports.report_version v on v.committee_id = $1 and v.report_id = r.report_id
       and v.number = case when $4 then r.submitted_number else r.content_number end
     cross join unnest($5::text[]) as f(key)
     where r.committee_id = $1 and r.task_id = $2 and ($3::uuid[] is null or r.unit_id = any($3))`,
    [tx.committeeId, taskId, await readingUnits(tx), words === 'HANDED_IN', tables],
  );
  return row?.count ?? 0;
}

const PAGE = 500;
/** A unit that the hub was not told of yet comes last. */
const ORDER = 'coalesce(u.protocol_order, 2147483647)';

/** Reports of a task in the order of the units, a page at a time. */
export async function workbookReports(
  tx: ReadTransaction,
  taskId: Id,
  words: WordsOf,
  after: string | null,
): Promise<WorkbookReports> {
  const [order, name, id, count] = after === null ? [null, null, null, '0'] : decodeCursor(after, 4);
  const rows = await tx.query<Row>(
    `select r.report_id as "reportId", r.organization_id as "organizationId", r.organization_name as "organizationName",
       r.unit_id as "unitId", coalesce(u.name, r.organization_name) as "unitName", ${ORDER} as "protocolOrder", r.state, r.version,
       r.due_at as "dueAt", r.first_submitted_at as "firstSubmittedAt", r.submitted_at as "submittedAt",
       r.excellent_at as "excellentAt", v."values"
     from reports.report r
     left join reports.directory_unit u on u.committee_id = $1 and u.unit_id = r.unit_id
     left join reports.report_version v on v.committee_id = $1 and v.report_id = r.report_id
       and v.number = case when $4 then r.submitted_number else r.content_number end
     where r.committee_id = $1 and r.task_id = $2 and ($3::uuid[] is null or r.unit_id = any($3))
       and ($5::int is null or (${ORDER}, r.organization_name, r.report_id) > ($5::int, $6::text, $7::uuid))
     order by ${ORDER}, r.organization_name, r.report_id limit $8`,
    [tx.committeeId, taskId, await readingUnits(tx), words === 'HANDED_IN', order, name, id, PAGE + 1],
  );
  const before = Number(count);
  const reports = rows
    .slice(0, PAGE)
    .map(({ values, ...row }, index) => ({ ...row, no: before + index + 1, values: values ?? {} }));
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const endCursor =
    last === undefined
      ? null
      : encodeCursor([String(last.protocolOrder), last.organizationName, last.reportId, String(before + PAGE)]);
  return { reports, endCursor };
}
