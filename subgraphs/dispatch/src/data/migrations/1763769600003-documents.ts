import { IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

const readWrite = { grant: 'select, insert, update', rows: IN_COMMITTEE };
const officeAndSystem = { office: readWrite, system: readWrite };
const append = { grant: 'select, insert', rows: IN_COMMITTEE };

/**
 * A paper exists for a unit only through a receipt it can see (row security of the receipts applies inside), and no
 * longer once it was withdrawn. Correlated, so that each row costs one probe of receipt_inbox, however many there are.
 */
const heldByUnit = (table: string): string => `${IN_COMMITTEE}
  and exists (select from dispatch.receipt r
              where r.committee_id = ${table}.committee_id and r.document_id = ${table}.document_id
                and r.withdrawn_at is null)`;

/** What stands on the printed paper. How it came about, and who else has it, is no business of a unit. */
const PAPER_COLUMNS = [
  'committee_id',
  'document_id',
  'kind',
  'direction',
  'urgency',
  'document_number',
  'title',
  'text',
  'addressee_line',
  'copy_line',
  'annex_titles',
  'note',
  'conveyance_scope',
  'issuer_organization_id',
  'issuer_name',
  'signatory',
  'written_on',
  'printed_on',
  'feedback_requirement',
  'feedback_due_on',
  'state',
  'text_digest',
  'issued_at',
  'revoked_at',
  'abolished_on',
  'ending_basis',
  'version',
];

/** Documents from draft to archive, with everything that was decided about them. */
export class Documents1763769600003 extends SqlMigration {
  protected statements(): string[] {
    return [...document, ...documentAct, ...ruleOverride, ...quarantine, ...distribution, ...attachment];
  }
}

const document = [
  `create table dispatch.document (
     committee_id uuid not null, document_id uuid not null, series_id uuid not null,
     kind text not null, direction text not null check (direction in ('UPWARD', 'PARALLEL', 'DOWNWARD')),
     urgency text not null check (urgency in ('ORDINARY', 'URGENT', 'EXTRA_URGENT')),
     title text not null check (length(title) <= 200), text text not null,
     addressee_line text, copy_line text, annex_titles text[] not null default '{}',
     note text, conveyance_scope text,
     disclosure text not null check (disclosure in ('PROACTIVE', 'ON_REQUEST', 'WITHHELD')),
     issuer_organization_id uuid not null, issuer_name text not null, signatory text,
     text_scope text not null check (text_scope in ('COMPREHENSIVE', 'SPECIAL')),
     section_id uuid, written_on date, printed_on date,
     feedback_requirement jsonb not null, feedback_due_on date,
     rule_facts jsonb not null, audience jsonb not null,
     distribution_digest text,
     character_count int not null, text_digest text not null, text_frozen_at timestamptz(3),
     number_year int, number_sequence int, document_number text,
     state text not null,
     drafter_account_id uuid not null, drafter_post_id uuid not null, drafter_name text not null,
     drafted_at timestamptz(3) not null,
     original_signer_account_id uuid, approver_account_id uuid, approver_name text, approved_at timestamptz(3),
     signed_by_main_leader boolean,
     pledged_by_account_id uuid, pledged_at timestamptz(3),
     secrecy_reviewed_by_account_id uuid, secrecy_reviewed_at timestamptz(3),
     issued_at timestamptz(3), archived_at timestamptz(3), archive_number text,
     revoked_at timestamptz(3), abolished_on date, ending_basis jsonb,
     updated_at timestamptz(3) not null, version int not null default 1,
     check ((number_sequence is null) = (document_number is null)),
     check (issued_at is null or (document_number is not null and text_frozen_at is not null)),
     primary key (committee_id, document_id),
     foreign key (committee_id, series_id) references dispatch.number_series (committee_id, series_id)
   )`,
  `create unique index document_number on dispatch.document (committee_id, document_number)
     where document_number is not null`,
  `create index document_state on dispatch.document (committee_id, state, document_id)`,
  `create index document_issued on dispatch.document (committee_id, issued_at) where issued_at is not null`,
  `create index document_updated on dispatch.document (committee_id, updated_at)`,
  ...secureTable('dispatch', 'document', {
    ...officeAndSystem,
    unit: { grant: `select (${PAPER_COLUMNS.join(', ')})`, rows: heldByUnit('document') },
  }),
];

const documentAct = [
  // 发文处理单: every step with opinion, person, post and time. Never changed afterwards.
  `create table dispatch.document_act (
     committee_id uuid not null, document_id uuid not null, ordinal int not null,
     act text not null, from_state text, to_state text not null,
     opinion text check (length(opinion) <= 2000), text_digest text not null,
     account_id uuid not null, post_id uuid not null, person_name text not null, post_title text not null,
     at timestamptz(3) not null,
     primary key (committee_id, document_id, ordinal),
     foreign key (committee_id, document_id) references dispatch.document (committee_id, document_id)
   )`,
  ...secureTable('dispatch', 'document_act', { office: append, system: append }),
];

const ruleOverride = [
  // Lifts one finding: the same rule broken in other words is judged anew.
  `create table dispatch.rule_override (
     committee_id uuid not null, override_id uuid not null,
     document_id uuid not null, rule_id text not null, evidence text,
     reason text not null check (length(reason) between 1 and 500),
     requested_by_account_id uuid not null, requested_by_name text not null, requested_at timestamptz(3) not null,
     confirmed_by_account_id uuid, confirmed_by_name text, confirmed_at timestamptz(3),
     check (confirmed_by_account_id <> requested_by_account_id),
     primary key (committee_id, override_id),
     constraint rule_override_finding unique nulls not distinct (committee_id, document_id, rule_id, evidence),
     foreign key (committee_id, document_id) references dispatch.document (committee_id, document_id)
   )`,
  ...secureTable('dispatch', 'rule_override', officeAndSystem),
];

const quarantine = [
  // Where a marking stood and of what kind. Never the text: this system may not keep it.
  `create table dispatch.quarantine (
     committee_id uuid not null, quarantine_id uuid not null,
     document_id uuid, source text not null, content_digest text not null, findings jsonb not null,
     account_id uuid not null, post_id uuid not null, person_name text not null, at timestamptz(3) not null,
     primary key (committee_id, quarantine_id)
   )`,
  ...secureTable('dispatch', 'quarantine', {
    office: append,
    unit: { grant: 'insert', rows: IN_COMMITTEE },
    system: append,
  }),
];

const distribution = [
  // 分送: fixed at numbering, and as large as the receipts that are made of it.
  `create table dispatch.distribution (
     committee_id uuid not null, document_id uuid not null, position int not null,
     organization_id uuid, external_name text check (length(external_name) <= 100),
     role text not null check (role in ('TO', 'COPY', 'DISTRIBUTE')),
     duty text not null check (duty in ('ACKNOWLEDGE', 'FEEDBACK', 'READ')),
     copies int not null default 1 check (copies between 1 and 999),
     source text not null,
     check ((organization_id is null) <> (external_name is null)),
     primary key (committee_id, document_id, position)
   ) partition by range (document_id)`,
  ...secureTable('dispatch', 'distribution', {
    office: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
    system: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
  }),
];

const attachment = [
  // Rights follow the record: the paper it belongs to, or the feedback of a unit.
  `create table dispatch.attachment (
     committee_id uuid not null, attachment_id uuid not null, document_id uuid not null,
     organization_id uuid, unit_id uuid,
     ordinal int not null, file_name text not null check (length(file_name) between 1 and 255),
     media_type text not null, byte_size bigint not null check (byte_size > 0), content_digest text not null,
     storage_key text not null,
     uploaded_by_account_id uuid not null, uploaded_by_name text not null, uploaded_at timestamptz(3) not null,
     removed_at timestamptz(3), removed_by_account_id uuid,
     check ((organization_id is null) = (unit_id is null)),
     primary key (committee_id, attachment_id)
   )`,
  `create index attachment_document on dispatch.attachment (committee_id, document_id, ordinal)`,
  ...secureTable('dispatch', 'attachment', {
    ...officeAndSystem,
    unit: {
      grant: 'select, insert, update',
      rows: `(unit_id is null and ${heldByUnit('attachment')}) or (${IN_UNITS})`,
      check: IN_UNITS,
    },
  }),
];
