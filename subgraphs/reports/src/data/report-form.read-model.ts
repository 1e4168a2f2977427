import type { ReadTransaction } from '@hub/persistence';

import type { TaskState } from '../domain/task-state';
import type { TemplateField } from '../domain/template-field';
import type { ReportEntity } from './report.entity';

/** What a report is filled in by, as it was asked for. */
export interface ReportForm {
  readonly fields: readonly TemplateField[];
  readonly signatureNeeded: boolean;
  /** Null for what nobody asked for. */
  readonly taskState: TaskState | null;
}

/** Read under the lock of the report, so that a task that closes has either counted it or is seen here. */
export async function reportFormOf(
  tx: ReadTransaction,
  { templateId, templateVersion, taskId }: Pick<ReportEntity, 'templateId' | 'templateVersion' | 'taskId'>,
): Promise<ReportForm> {
  const [form] = await tx.query<ReportForm>(
    `select v.fields, t.signature_needed as "signatureNeeded", k.state as "taskState"
     from reports.report_template_version v
     join reports.report_template t on t.committee_id = v.committee_id and t.template_id = v.template_id
     left join reports.report_task k on k.committee_id = v.committee_id and k.task_id = $4
     where v.committee_id = $1 and v.template_id = $2 and v.number = $3`,
    [tx.committeeId, templateId, templateVersion, taskId],
  );
  if (!form) throw new Error(`template ${templateId} has no version ${templateVersion}`);
  return form;
}
