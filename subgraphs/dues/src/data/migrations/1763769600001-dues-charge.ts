import { IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

/** 党费应交: one row a member and month, in fen. */
export class DuesCharge1763769600001 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table dues.dues_charge (
         committee_id uuid not null, charge_id uuid not null, unit_id uuid not null, organization_id uuid not null,
         member_id uuid not null, month date not null check (extract(day from month) = 1),
         amount_fen bigint not null check (amount_fen >= 0),
         paid_fen bigint not null default 0 check (paid_fen between 0 and amount_fen),
         primary key (committee_id, charge_id), unique (committee_id, member_id, month)
       )`,
      `create index dues_charge_month on dues.dues_charge (committee_id, month, unit_id)`,
      ...secureTable('dues', 'dues_charge', {
        office: { grant: 'select', rows: IN_COMMITTEE },
        unit: { grant: 'select', rows: IN_UNITS },
        system: { grant: 'select', rows: IN_COMMITTEE },
      }),
    ];
  }
}
