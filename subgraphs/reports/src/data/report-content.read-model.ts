import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FieldValues } from '../domain/field-value';
import type { PeriodKey } from '../domain/period';
import type { TemplateField } from '../domain/template-field';
import { IN_REPORT_SIGHT, sightParameters } from './report-sight';

/** What a report says to whoever reads it: the unit what it works on, the office what was handed in last. */
export interface ContentRow {
  readonly reportId: Id;
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly periodKey: PeriodKey;
  readonly templateId: Id;
  readonly templateVersion: number;
  readonly fields: readonly TemplateField[];
  /** Null before the first word. */
  readonly values: FieldValues | null;
  readonly frozen: boolean;
}

const CONTENT_COLUMNS = `r.report_id as "reportId", r.organization_id as "organizationId", r.unit_id as "unitId",
  r.period_key as "periodKey", r.template_id as "templateId", r.template_version as "templateVersion",
  f.fields, c."values", c.frozen_at is not null as frozen`;

const REPORTS_WITH_FIELDS = `reports.report r
  join reports.report_template_version f on f.committee_id = r.committee_id and f.template_id = r.template_id
    and f.number = r.template_version`;

/** Versions `c` of a report; the words of drafts are for their unit, which `$3` says. */
const VERSIONS = `reports.report_version c on c.committee_id = r.committee_id and c.report_id = r.report_id
  and ($3 or c.visibility = 'COMMITTEE')`;

/** The version that a reader sees when he names none. */
const SHOWN_NUMBER = 'case when $3 then r.content_number else r.submitted_number end';

export async function contentsOf(tx: ReadTransaction, ids: readonly Id[]): Promise<readonly ContentRow[]> {
  return tx.query<ContentRow>(
    `select ${CONTENT_COLUMNS} from ${REPORTS_WITH_FIELDS}
     left join ${VERSIONS} and c.number = ${SHOWN_NUMBER}
     where ${IN_REPORT_SIGHT} and r.report_id = any($4::uuid[])`,
    [...(await sightParameters(tx)), ids],
  );
}

/** One version of a report, with what tells it from others. */
export interface VersionContentRow extends ContentRow {
  readonly title: string;
  readonly number: number;
  readonly savedAt: Date;
}

/** Null where the reader sees no such version; without a number, that which he is shown. */
export async function versionContent(
  tx: ReadTransaction,
  reportId: Id,
  number: number | null,
): Promise<VersionContentRow | null> {
  const [row] = await tx.query<VersionContentRow>(
    `select ${CONTENT_COLUMNS}, r.title, c.number, c.saved_at as "savedAt" from ${REPORTS_WITH_FIELDS}
     join ${VERSIONS} and c.number = coalesce($5::int, ${SHOWN_NUMBER})
     where ${IN_REPORT_SIGHT} and r.report_id = $4`,
    [...(await sightParameters(tx)), reportId, number],
  );
  return row ?? null;
}

/** The report that the same organisation was asked for by the same template in another period: the one asked last. */
export async function reportOfPeriod(
  tx: ReadTransaction,
  { reportId, organizationId, unitId, templateId }: ContentRow,
  periodKey: PeriodKey,
): Promise<Id | null> {
  const [row] = await tx.query<{ reportId: Id }>(
    `select r.report_id as "reportId" from reports.report r
     where ${IN_REPORT_SIGHT} and r.unit_id = $4 and r.task_id is not null and r.organization_id = $5
       and r.template_id = $6 and r.period_key = $7 and r.report_id <> $8
     order by r.report_id desc limit 1`,
    [...(await sightParameters(tx)), unitId, organizationId, templateId, periodKey, reportId],
  );
  return row?.reportId ?? null;
}
