import { IN_COMMITTEE, IN_UNITS, OWN_ACCOUNT, SqlMigration, secureTable } from '@hub/persistence';

/** Accounts, the posts people act under, and their sessions. */
export class Accounts1763769600002 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table organization.account (
         committee_id uuid not null, account_id uuid not null,
         login_name text not null check (login_name ~ '^[a-z0-9._-]{3,64}$'),
         display_name text not null check (length(display_name) between 1 and 50),
         password_hash text not null,
         status text not null check (status in ('ACTIVE', 'DISABLED')),
         failed_attempts int not null default 0, locked_until timestamptz(3),
         version int not null default 1,
         primary key (committee_id, account_id), unique (committee_id, login_name)
       )`,
      ...secureTable('organization', 'account', {
        office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
        unit: { grant: 'select, update', rows: OWN_ACCOUNT },
        system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      }),

      `create table organization.post (
         committee_id uuid not null, post_id uuid not null,
         account_id uuid not null, organization_id uuid not null, unit_id uuid not null, section_id uuid,
         role text not null, title text not null check (length(title) between 1 and 50),
         held_from date not null, held_to date check (held_to is null or held_to >= held_from),
         -- Set when a post ends before the end of its last day: nobody acts under it any more.
         ended_at timestamptz(3),
         version int not null default 1,
         primary key (committee_id, post_id),
         foreign key (committee_id, account_id) references organization.account (committee_id, account_id),
         foreign key (committee_id, organization_id)
           references organization.organization (committee_id, organization_id)
       )`,
      `create index post_account on organization.post (committee_id, account_id)`,
      `create index post_unit on organization.post (committee_id, unit_id)`,
      ...secureTable('organization', 'post', {
        office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
        unit: { grant: 'select', rows: IN_UNITS },
        system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      }),

      // The refresh secret is kept as a digest; the one before it too, to notice when a stolen one is used again.
      `create table organization.session (
         committee_id uuid not null, session_id uuid not null, account_id uuid not null,
         acting_post_id uuid not null,
         refresh_digest bytea not null, previous_digest bytea,
         created_at timestamptz(3) not null, last_used_at timestamptz(3) not null,
         expires_at timestamptz(3) not null, ended_at timestamptz(3),
         end_reason text check (end_reason in ('LOGOUT', 'REUSE_DETECTED', 'REVOKED')),
         check ((ended_at is null) = (end_reason is null)),
         primary key (committee_id, session_id),
         foreign key (committee_id, account_id) references organization.account (committee_id, account_id),
         foreign key (committee_id, acting_post_id) references organization.post (committee_id, post_id)
       )`,
      `create index session_post on organization.session (committee_id, acting_post_id) where ended_at is null`,
      `create index session_account on organization.session (committee_id, account_id) where ended_at is null`,
      ...secureTable('organization', 'session', {
        // Administrators end the sessions of others, but see nobody's secrets.
        office: {
          grant: `select (committee_id, session_id, account_id, acting_post_id, ended_at), update (ended_at, end_reason)`,
          rows: IN_COMMITTEE,
        },
        unit: { grant: 'select, update', rows: OWN_ACCOUNT },
        system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      }),
    ];
  }
}
