import { beneathRowSecurity, ensureYearPartitions, SqlMigration } from '@hub/persistence';
import type { QueryRunner } from 'typeorm';

/**
 * Tells reports of the papers that were issued, and of the feedback that was accepted, before they listened. A receipt that was
 * closed since is told as it was before: feedback that is owed has to be accepted first.
 */
export class PapersTold1763769600121 extends SqlMigration {
  override async up(runner: QueryRunner): Promise<void> {
    const year = new Date().getUTCFullYear();
    await ensureYearPartitions(runner, 'dispatch', { from: year, to: year });
    await super.up(runner);
  }

  protected statements(): string[] {
    return beneathRowSecurity(
      'dispatch',
      ['document', 'receipt', 'outbox'],
      [
        `insert into dispatch.outbox (committee_id, id, event, version, aggregate_id, payload, created_at)
         select d.committee_id, uuidv7(), 'dispatch.document-issued', 1, d.document_id,
                jsonb_build_object(
                  'committeeId', d.committee_id, 'documentId', d.document_id, 'documentNumber', d.document_number,
                  'title', d.title,
                  'issuedAt', to_char(d.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'recipientCount', (select count(*) from dispatch.receipt r
                                     where r.committee_id = d.committee_id and r.document_id = d.document_id)), now()
         from dispatch.document d where d.issued_at is not null`,
        `insert into dispatch.outbox (committee_id, id, event, version, aggregate_id, payload, created_at)
         select committee_id, uuidv7(), 'dispatch.receipt-changed', 1, document_id,
                jsonb_build_object(
                  'committeeId', committee_id, 'receiptId', document_id || '.' || organization_id,
                  'documentId', document_id, 'organizationId', organization_id, 'unitId', unit_id,
                  'state', 'FEEDBACK_ACCEPTED', 'version', version), now()
         from dispatch.receipt
         where state = 'FEEDBACK_ACCEPTED' or (state = 'CLOSED' and duty = 'FEEDBACK')`,
      ],
    );
  }
}
