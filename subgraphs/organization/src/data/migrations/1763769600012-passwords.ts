import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** Passwords that were used before, those that must be changed, and a way to read the log of sign-ins alone. */
export class Passwords1763769600012 extends SqlMigration {
  protected statements(): string[] {
    return [
      'alter table organization.account add column must_change_password boolean not null default false',
      `create table organization.used_password (
         committee_id uuid not null, account_id uuid not null, change_id uuid not null,
         password_hash text not null,
         primary key (committee_id, account_id, change_id),
         foreign key (committee_id, account_id) references organization.account (committee_id, account_id)
       )`,
      ...secureTable('organization', 'used_password', {
        // A reset puts the old one there; nobody on that side reads any.
        office: { grant: 'insert', rows: IN_COMMITTEE },
        system: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
      }),
      `create index audit_sign_in on organization.audit (committee_id, id) where object_type = 'signIn'`,
    ];
  }
}
