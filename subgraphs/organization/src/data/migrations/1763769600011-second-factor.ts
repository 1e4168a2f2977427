import { IN_COMMITTEE, SqlMigration, secureTable, sideRole } from '@hub/persistence';

const OFFICE = sideRole('organization', 'office');
const REASONS = `'LOGOUT', 'REUSE_DETECTED', 'REVOKED', 'POST_ENDED', 'DELEGATION_ENDED', 'ACCOUNT_DISABLED', 'PASSWORD_CHANGED',
  'SECOND_FACTOR_CHANGED'`;

/** The second factor of an account, and sessions that know whether they were opened with it, and their own family. */
export class SecondFactor1763769600011 extends SqlMigration {
  protected statements(): string[] {
    return [
      // The secret in use, and the one that waits for its first code; both encrypted. People see whether there is one,
      // and the 安全管理员 takes it away.
      `create table organization.second_factor (
         committee_id uuid not null, account_id uuid not null,
         secret bytea, pending_secret bytea, last_step bigint,
         recovery_codes bytea[] not null default '{}', confirmed_at timestamptz(3),
         check (secret is not null or pending_secret is not null),
         check ((secret is null) = (confirmed_at is null)),
         primary key (committee_id, account_id),
         foreign key (committee_id, account_id) references organization.account (committee_id, account_id)
       )`,
      ...secureTable('organization', 'second_factor', {
        office: { grant: 'select (committee_id, account_id, confirmed_at), delete', rows: IN_COMMITTEE },
        system: { grant: 'select, insert, update, delete', rows: IN_COMMITTEE },
      }),

      // previous_digest is written no more: the family tells every older token, not the last one only.
      `alter table organization.session
         add column second_factor boolean not null default false, add column family_digest bytea`,
      'alter table organization.session drop constraint session_end_reason_check',
      `alter table organization.session add constraint session_end_reason_check check (end_reason in (${REASONS}))`,
      `grant select (created_at, last_used_at, expires_at, end_reason, second_factor)
         on organization.session to ${OFFICE}`,
    ];
  }
}
