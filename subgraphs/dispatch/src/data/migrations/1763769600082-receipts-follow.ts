import { ledgerOfOrganization } from '@hub/deadlines';
import { IN_COMMITTEE, SqlMigration, sideRole } from '@hub/persistence';

const system = sideRole('dispatch', 'system');

/** What stands beside receipts, by their unit. */
const BESIDE = ['receipt_return', 'feedback', 'extension_request', 'attachment'];

/** Papers follow the organisation that got them; one that is dissolved is exempt (免办) from what it still owed. */
export class ReceiptsFollow1763769600082 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...ledgerOfOrganization('dispatch'),
      `alter table dispatch.receipt
         add column exempted_at timestamptz(3), add column exempt_reason text check (length(exempt_reason) <= 200),
         add constraint receipt_exempted check ((exempted_at is null) = (exempt_reason is null))`,
      `grant select (recalled_at, version) on dispatch.receipt to ${system}`,
      `grant update (unit_id, exempted_at, exempt_reason, version) on dispatch.receipt to ${system}`,
      ...BESIDE.flatMap((table) => [
        `grant select (committee_id, document_id, organization_id, unit_id), update (unit_id) on dispatch.${table} to ${system}`,
        `create policy ${table}_system on dispatch.${table} for all to ${system}
           using (${IN_COMMITTEE}) with check (${IN_COMMITTEE})`,
      ]),
    ];
  }
}
