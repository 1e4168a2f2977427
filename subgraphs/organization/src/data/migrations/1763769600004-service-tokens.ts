import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

const SHOWN = `committee_id, token_id, name, purpose, hint, root_organization_id, documents, issued_by_account_id,
  issued_by_name, issued_at, expires_at, revoked_by_account_id, revoked_by_name, revoked_at, last_used_at, version`;

/** Tokens of dashboards, the documents that are registered while the hub runs, and what was exported. */
export class ServiceTokens1763769600004 extends SqlMigration {
  protected statements(): string[] {
    return [...serviceToken, ...registeredDocument, ...exportLog];
  }
}

const serviceToken = [
  // Of the token itself only a digest is kept, and no person's side may read even that.
  `create table organization.service_token (
     committee_id uuid not null, token_id uuid not null,
     digest bytea not null check (length(digest) = 32), hint text not null,
     name text not null check (length(name) between 2 and 50),
     purpose text not null check (length(purpose) between 2 and 200),
     root_organization_id uuid, documents text[] not null check (cardinality(documents) between 1 and 50),
     issued_by_account_id uuid not null, issued_by_name text not null,
     issued_at timestamptz(3) not null, expires_at timestamptz(3) not null,
     revoked_by_account_id uuid, revoked_by_name text, revoked_at timestamptz(3),
     last_used_at timestamptz(3), version int not null default 1,
     check (expires_at > issued_at and expires_at <= issued_at + interval '366 days'),
     check ((revoked_at is null) = (revoked_by_account_id is null)),
     primary key (committee_id, token_id), unique (committee_id, digest),
     foreign key (committee_id, root_organization_id)
       references organization.organization (committee_id, organization_id)
   )`,
  ...secureTable('organization', 'service_token', {
    office: {
      grant: `select (${SHOWN}), insert, update (revoked_by_account_id, revoked_by_name, revoked_at, version)`,
      rows: IN_COMMITTEE,
    },
    system: { grant: 'select, update (last_used_at)', rows: IN_COMMITTEE },
  }),
];

const registeredDocument = [
  `create table organization.registered_document (
     committee_id uuid not null, registration_id uuid not null,
     document_id text not null check (document_id ~ '^[0-9a-f]{64}$'),
     name text not null check (name ~ '^[A-Za-z][A-Za-z0-9_]{0,63}$'),
     purpose text not null check (length(purpose) between 2 and 200),
     text text not null check (length(text) between 1 and 20000), cost int not null check (cost >= 0),
     state text not null check (state in ('PENDING', 'APPROVED', 'REJECTED', 'RETIRED')),
     author_account_id uuid not null, author_name text not null, registered_at timestamptz(3) not null,
     decided_by_account_id uuid, decided_by_name text, decided_at timestamptz(3),
     decision_note text check (length(decision_note) <= 500),
     retired_by_account_id uuid, retired_by_name text, retired_at timestamptz(3),
     version int not null default 1,
     -- Two persons, whatever the code above says.
     check (state <> 'APPROVED' or decided_by_account_id <> author_account_id),
     check (state not in ('APPROVED', 'REJECTED') or decided_at is not null),
     check ((state = 'RETIRED') = (retired_at is not null)),
     primary key (committee_id, registration_id)
   )`,
  // One document of a name is in use, and one may wait to take its place.
  `create unique index registered_document_name on organization.registered_document (committee_id, name, state)
     where state in ('PENDING', 'APPROVED')`,
  `create unique index registered_document_text on organization.registered_document (committee_id, document_id)
     where state in ('PENDING', 'APPROVED')`,
  ...secureTable('organization', 'registered_document', {
    office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
    system: { grant: 'select', rows: IN_COMMITTEE },
  }),
];

const exportLog = [
  // Written when an export begins and again when it ends: one that was cut off stays open and can be seen.
  `create table organization.export_log (
     committee_id uuid not null, export_id uuid not null,
     document_id text not null, document_name text not null, format text not null check (format in ('CSV', 'NDJSON')),
     variables_digest text not null,
     actor_name text not null, account_id uuid, post_id uuid, service_token_id uuid,
     request_id text not null, started_at timestamptz(3) not null,
     finished_at timestamptz(3), outcome text check (outcome in ('COMPLETE', 'CANCELLED', 'FAILED')),
     row_count bigint check (row_count >= 0),
     check ((account_id is null) <> (service_token_id is null)),
     check ((finished_at is null) = (outcome is null) and (finished_at is null) = (row_count is null)),
     primary key (committee_id, export_id)
   )`,
  ...secureTable('organization', 'export_log', {
    office: { grant: 'select', rows: IN_COMMITTEE },
    system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
  }),
];
