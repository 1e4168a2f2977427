import { closeToAdministrators, IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** Settlements of single notices that came before them: the clocks of two workers order nothing. */
export class SettledNotices1763769600121 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table organization.settled_notice (
         committee_id uuid not null, notice_id uuid not null,
         settled_at timestamptz(3) not null,
         primary key (committee_id, notice_id)
       )`,
      ...secureTable('organization', 'settled_notice', { system: { grant: 'select, insert', rows: IN_COMMITTEE } }),
      closeToAdministrators('organization', 'settled_notice'),
    ];
  }
}
