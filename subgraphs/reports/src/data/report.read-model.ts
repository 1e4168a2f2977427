import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportEntity } from './report.entity';
import { IN_REPORT_SIGHT, sightParameters } from './report-sight';

/** A report as it is shown, and what its acts go by. */
export type ReportRow = Pick<
  ReportEntity,
  | 'reportId'
  | 'taskId'
  | 'kind'
  | 'periodKey'
  | 'title'
  | 'organizationId'
  | 'organizationName'
  | 'unitId'
  | 'templateId'
  | 'templateVersion'
  | 'state'
  | 'contentNumber'
  | 'dueAt'
  | 'resubmitDueAt'
  | 'startedAt'
  | 'drafterName'
  | 'contactPhone'
  | 'signedAt'
  | 'signedByName'
  | 'publicAllowed'
  | 'firstSubmittedAt'
  | 'submittedAt'
  | 'submittedByName'
  | 'submittedNumber'
  | 'minutesSpent'
  | 'returnCount'
  | 'acceptedAt'
  | 'acceptedByName'
  | 'excellentAt'
  | 'excellentByName'
  | 'settledAt'
  | 'exemptedAt'
  | 'exemptReason'
  | 'documentId'
  | 'updatedAt'
  | 'version'
> & { readonly signatureNeeded: boolean };

/** Columns of a report `r` with its template `t`. */
export const REPORT_COLUMNS = `r.report_id as "reportId", r.task_id as "taskId", r.kind, r.period_key as "periodKey", r.title,
  r.organization_id as "organizationId", r.organization_name as "organizationName", r.unit_id as "unitId",
  r.template_id as "templateId", r.template_version as "templateVersion", r.state,
  r.content_number as "contentNumber", r.due_at as "dueAt", r.resubmit_due_at as "resubmitDueAt",
  r.started_at as "startedAt", r.drafter_name as "drafterName", r.contact_phone as "contactPhone",
  r.signed_at as "signedAt", r.signed_by_name as "signedByName", r.public_allowed as "publicAllowed",
  r.first_submitted_at as "firstSubmittedAt", r.submitted_at as "submittedAt",
  r.submitted_by_name as "submittedByName", r.submitted_number as "submittedNumber",
  r.minutes_spent as "minutesSpent", r.return_count as "returnCount",
  r.accepted_at as "acceptedAt", r.accepted_by_name as "acceptedByName",
  r.excellent_at as "excellentAt", r.excellent_by_name as "excellentByName", r.settled_at as "settledAt",
  r.exempted_at as "exemptedAt", r.exempt_reason as "exemptReason",
  r.document_id as "documentId", r.updated_at as "updatedAt", r.version, t.signature_needed as "signatureNeeded"`;

export const ITS_TEMPLATE = `reports.report_template t on t.committee_id = r.committee_id and t.template_id = r.template_id`;

export async function reportsById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, ReportRow>> {
  const rows = await tx.query<ReportRow>(
    `select ${REPORT_COLUMNS} from reports.report r join ${ITS_TEMPLATE}
     where ${IN_REPORT_SIGHT} and r.report_id = any($4::uuid[])`,
    [...(await sightParameters(tx)), ids],
  );
  return new Map(rows.map((row) => [row.reportId, row]));
}
