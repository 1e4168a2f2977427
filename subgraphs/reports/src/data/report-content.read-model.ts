import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FieldValues } from '../domain/field-value';
import type { TemplateField } from '../domain/template-field';
import { IN_REPORT_SIGHT, sightParameters } from './report-sight';

/** What a report says to whoever reads it: the unit what it works on, the office what was handed in last. */
export interface ContentRow {
  readonly reportId: Id;
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly periodKey: string;
  readonly templateId: Id;
  readonly templateVersion: number;
  readonly fields: readonly TemplateField[];
  /** Null before the first word. */
  readonly values: FieldValues | null;
  readonly frozen: boolean;
}

export async function contentsOf(tx: ReadTransaction, ids: readonly Id[]): Promise<readonly ContentRow[]> {
  return tx.query<ContentRow>(
    `select r.report_id as "reportId", r.organization_id as "organizationId", r.unit_id as "unitId",
            r.period_key as "periodKey", r.template_id as "templateId", r.template_version as "templateVersion",
            f.fields, c."values", c.frozen_at is not null as frozen
     from reports.report r
     join reports.report_template_version f on f.committee_id = r.committee_id and f.template_id = r.template_id
       and f.number = r.template_version
     left join reports.report_version c on c.committee_id = r.committee_id and c.report_id = r.report_id
       and c.number = case when $3 then r.content_number else r.submitted_number end
       and ($3 or c.visibility = 'COMMITTEE')
     where ${IN_REPORT_SIGHT} and r.report_id = any($4::uuid[])`,
    [...(await sightParameters(tx)), ids],
  );
}
