import { decodeCursor, type Id, type Page, type PageRequest, pageOf, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import type { TemplateField } from '../domain/template-field';

export interface TemplateRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: ReportKind;
  readonly signatureNeeded: boolean;
  /** The version in use. */
  readonly currentNumber: number;
  readonly retiredAt: Date | null;
  readonly retireReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface TemplateVersionRow {
  readonly templateId: Id;
  readonly number: number;
  readonly fields: readonly TemplateField[];
  readonly minutes: number;
  readonly note: string | null;
  readonly publishedAt: Date;
  readonly publishedByName: string;
}

/** A version with what its template says of all of them. */
export interface TemplateVersion extends TemplateVersionRow {
  readonly name: string;
  readonly kind: ReportKind;
  readonly signatureNeeded: boolean;
  readonly currentNumber: number;
  readonly retiredAt: Date | null;
}

export interface TemplateFilter {
  readonly kind?: ReportKind | null;
  readonly includeRetired?: boolean | null;
  readonly updatedSince?: Date | null;
}

const TEMPLATE = `template_id as "id", name, kind, signature_needed as "signatureNeeded",
  current_number as "currentNumber", retired_at as "retiredAt", retire_reason as "retireReason",
  created_at as "createdAt", updated_at as "updatedAt", version`;

const VERSION = `v.template_id as "templateId", v.number, v.fields, v.minutes, v.note, v.published_at as "publishedAt",
  v.published_by_name as "publishedByName"`;

const VERSION_OF_TEMPLATE = `select ${VERSION}, t.name, t.kind, t.signature_needed as "signatureNeeded",
    t.current_number as "currentNumber", t.retired_at as "retiredAt"
  from reports.report_template_version v
  join reports.report_template t on t.committee_id = v.committee_id and t.template_id = v.template_id
  where v.committee_id = $1 and v.template_id = $2`;

/** Null for a version that never was, and for a template of another committee. */
export async function templateVersionOf(
  tx: ReadTransaction,
  templateId: Id,
  number: number,
): Promise<TemplateVersion | null> {
  const asked = [tx.committeeId, templateId, number];
  const [row] = await tx.query<TemplateVersion>(`${VERSION_OF_TEMPLATE} and v.number = $3`, asked);
  return row ?? null;
}

/** The one that tasks are opened with from now on, retired or not. */
export async function currentVersionOf(tx: ReadTransaction, templateId: Id): Promise<TemplateVersion | null> {
  const asked = [tx.committeeId, templateId];
  const [row] = await tx.query<TemplateVersion>(`${VERSION_OF_TEMPLATE} and v.number = t.current_number`, asked);
  return row ?? null;
}

const FILTER = `committee_id = $1 and ($2::text is null or kind = $2) and ($3 or retired_at is null)
  and ($4::timestamptz is null or updated_at >= $4)`;

/** In the order in which they were made. */
export async function listTemplates(
  tx: ReadTransaction,
  filter: TemplateFilter,
  page: PageRequest,
): Promise<Page<TemplateRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const { kind = null, includeRetired, updatedSince = null } = filter;
  const asked = [tx.committeeId, kind, includeRetired ?? false, updatedSince];
  const rows = await tx.query<TemplateRow>(
    `select ${TEMPLATE} from reports.report_template
     where ${FILTER} and ($5::uuid is null or template_id > $5) order by template_id limit $6 offset $7`,
    [...asked, after, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report_template where ${FILTER}`,
    asked,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.id]);
}

export async function templatesById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, TemplateRow>> {
  const rows = await tx.query<TemplateRow>(
    `select ${TEMPLATE} from reports.report_template where committee_id = $1 and template_id = any($2::uuid[])`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of each template, the newest first. */
export async function versionsOfTemplates(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly TemplateVersionRow[]>> {
  const rows = await tx.query<TemplateVersionRow>(
    `select ${VERSION} from reports.report_template_version v
     where v.committee_id = $1 and v.template_id = any($2::uuid[]) order by v.template_id, v.number desc`,
    [tx.committeeId, ids],
  );
  return rowsBy(rows, (row) => row.templateId);
}

/** The names that templates in use have. */
export async function namesInUse(tx: ReadTransaction): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ name: string }>(
    'select name from reports.report_template where committee_id = $1 and retired_at is null',
    [tx.committeeId],
  );
  return new Set(rows.map(({ name }) => name));
}
