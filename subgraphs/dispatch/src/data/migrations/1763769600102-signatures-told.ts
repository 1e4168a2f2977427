import { beneathRowSecurity, ensureYearPartitions, SqlMigration } from '@hub/persistence';
import type { QueryRunner } from 'typeorm';

/** Tells of the signatures that were given before other rooms kept them: an event for each 500 of a document. */
export class SignaturesTold1763769600102 extends SqlMigration {
  override async up(runner: QueryRunner): Promise<void> {
    const year = new Date().getUTCFullYear();
    await ensureYearPartitions(runner, 'dispatch', { from: year, to: year });
    await super.up(runner);
  }

  protected statements(): string[] {
    return beneathRowSecurity(
      'dispatch',
      ['receipt', 'outbox'],
      [
        `insert into dispatch.outbox (committee_id, id, event, version, aggregate_id, payload, created_at)
         select committee_id, uuidv7(), 'dispatch.signatures-changed', 1, document_id,
                jsonb_build_object('committeeId', committee_id, 'documentId', document_id, 'signatures', jsonb_agg(
                  jsonb_build_object(
                    'receiptId', document_id || '.' || organization_id,
                    'organizationId', organization_id, 'unitId', unit_id,
                    'acknowledgedAt', to_char(acknowledged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'onTime', coalesce(acknowledged_at <= acknowledge_due_at, false), 'version', version
                  ) order by organization_id)), now()
         from (
           select *, (row_number() over (partition by committee_id, document_id order by organization_id) - 1) / 500 as part
           from dispatch.receipt
           where acknowledged_at is not null and state not in ('RECALLED', 'WITHDRAWN')
         ) signed
         group by committee_id, document_id, part`,
      ],
    );
  }
}
