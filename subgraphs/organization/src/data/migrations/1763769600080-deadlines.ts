import { keptDeadlineTables, ledgerOfOrganization, ledgerTables } from '@hub/deadlines';
import { IN_COMMITTEE, SqlMigration, sideRole } from '@hub/persistence';

const SYSTEM = sideRole('organization', 'system');

/** Clocks of terms, and the ledger of their reminders. */
export class Deadlines1763769600080 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...ledgerTables('organization'),
      ...ledgerOfOrganization('organization'),
      ...keptDeadlineTables('organization', { administrators: true, jobs: true }),
      // An administrator who merges units sees no reminders: the key carries them, beneath row security.
      ...['kept_deadline', 'reminder', 'deadline_move'].map(
        (table) => `alter table organization.${table} add constraint ${table}_unit
          foreign key (committee_id, organization_id, unit_id)
          references organization.organization (committee_id, organization_id, unit_id) on update cascade`,
      ),
      // Whoever moves the end of a term is an administrator of the structure.
      'drop policy deadline_move_administration on organization.deadline_move',
      // Sweeps run by the rules that are kept here.
      `grant select on organization.time_rules to ${SYSTEM}`,
      `create policy time_rules_system on organization.time_rules for select to ${SYSTEM} using (${IN_COMMITTEE})`,
    ];
  }
}
