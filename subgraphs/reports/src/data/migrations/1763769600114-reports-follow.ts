import { IN_COMMITTEE, SqlMigration, sideRole } from '@hub/persistence';

const system = sideRole('reports', 'system');

/** What stands beside reports, by their unit. */
const BESIDE = ['report_version', 'report_return', 'report_adoption', 'attachment'];

/** A merger takes reports along with the organisation that owes or sent them. */
export class ReportsFollow1763769600114 extends SqlMigration {
  protected statements(): string[] {
    return [
      `grant select (committee_id, report_id, organization_id, unit_id), update (unit_id, updated_at)
         on reports.report to ${system}`,
      follows('report'),
      ...BESIDE.flatMap((table) => [
        `grant select (committee_id, report_id, unit_id), update (unit_id) on reports.${table} to ${system}`,
        follows(table),
      ]),
    ];
  }
}

const follows = (table: string): string =>
  `create policy ${table}_follows on reports.${table} for all to ${system}
     using (${IN_COMMITTEE}) with check (${IN_COMMITTEE})`;
