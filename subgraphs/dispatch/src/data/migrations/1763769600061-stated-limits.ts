import { beneathRowSecurity, SqlMigration } from '@hub/persistence';

/**
 * Limits of before it was kept where they come from: a printed or a granted date is not counted by the calendar, and no
 * change of it moves them.
 */
export class StatedLimits1763769600061 extends SqlMigration {
  protected statements(): string[] {
    return beneathRowSecurity(
      'dispatch',
      ['receipt', 'document', 'extension_request'],
      [
        `update dispatch.receipt r set feedback_basis = 'STATED'
         from dispatch.document d
         where (d.committee_id, d.document_id) = (r.committee_id, r.document_id)
           and r.feedback_due_at = (d.feedback_due_on + time '18:00') at time zone 'Asia/Shanghai'`,
        `update dispatch.receipt r set feedback_basis = 'GRANTED'
         from dispatch.extension_request e
         where (e.committee_id, e.document_id, e.organization_id) = (r.committee_id, r.document_id, r.organization_id)
           and e.state = 'GRANTED' and e.granted_due_at = r.feedback_due_at`,
      ],
    );
  }
}
