import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { TemplateField } from '../domain/template-field';
import type { ReportTaskRow } from './report-task.read-model';

export const AGGREGATE_GROUPINGS = ['NONE', 'ZONE', 'NATURE'] as const;

export type AggregateGrouping = (typeof AGGREGATE_GROUPINGS)[number];

export interface AggregateRow {
  /** Zone or nature; null for the whole and for units without a zone. */
  readonly key: string | null;
  readonly reports: number;
  /** Decimals as text, as figures are. */
  readonly total: string;
  readonly average: string;
}

const KEYS: Readonly<Record<AggregateGrouping, string>> = {
  NONE: 'null::text',
  ZONE: 'zone_id::text',
  NATURE: 'nature',
};

/** Sums of a field over the reports of a task, by what acts wrote down. */
export function aggregatesOf(
  tx: ReadTransaction,
  taskId: Id,
  fieldKey: string,
  groupBy: AggregateGrouping,
): Promise<AggregateRow[]> {
  return tx.query(
    `select ${KEYS[groupBy]} as key, sum(reports)::int as reports, trim_scale(sum(total))::text as total,
            round(sum(total) / sum(reports), 2)::text as average
     from reports.report_sum where committee_id = $1 and task_id = $2 and field_key = $3
     group by 1 having sum(reports) > 0 order by 1 nulls last`,
    [tx.committeeId, taskId, fieldKey],
  );
}

export interface FigureRow {
  readonly reportId: Id;
  readonly value: string;
}

export interface FigureFilter {
  readonly zoneId?: Id | null;
  readonly nature?: string | null;
}

const FILTERED = `f.committee_id = $1 and f.task_id = $2 and f.field_key = $3
  and ($4::uuid is null or f.zone_id = $4) and ($5::text is null or f.nature = $5)`;

/** What each report says, the largest first: where a sum comes from. */
export async function listFigures(
  tx: ReadTransaction,
  { taskId, fieldKey }: { readonly taskId: Id; readonly fieldKey: string },
  { zoneId, nature }: FigureFilter,
  page: PageRequest,
): Promise<Page<FigureRow>> {
  const [value, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const filtered = [tx.committeeId, taskId, fieldKey, zoneId ?? null, nature ?? null];
  const rows = await tx.query<FigureRow>(
    // By the number: without the table's name it would be by the text that is shown of it.
    `select f.report_id as "reportId", f.value::text as value from reports.report_figure f
     where ${FILTERED} and ($6::numeric is null or (f.value, f.report_id) < ($6::numeric, $7::uuid))
     order by f.value desc, f.report_id desc limit $8 offset $9`,
    [...filtered, value, id, page.first + 1, page.offset ?? 0],
  );
  const total = await countFigures(tx, filtered, page);
  return pageOf(rows, page.first, total, (row) => [row.value, row.reportId]);
}

async function countFigures(tx: ReadTransaction, filtered: readonly unknown[], page: PageRequest): Promise<number> {
  if (page.counted === false) return 0;
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report_figure f where ${FILTERED}`,
    filtered,
  );
  return count?.total ?? 0;
}

/** The field of a task's template by its key. */
export async function taskField(
  tx: ReadTransaction,
  { templateId, templateVersion }: Pick<ReportTaskRow, 'templateId' | 'templateVersion'>,
  fieldKey: string,
): Promise<TemplateField | null> {
  const [row] = await tx.query<{ fields: readonly TemplateField[] }>(
    `select fields from reports.report_template_version where committee_id = $1 and template_id = $2 and number = $3`,
    [tx.committeeId, templateId, templateVersion],
  );
  return row?.fields.find(({ key }) => key === fieldKey) ?? null;
}
