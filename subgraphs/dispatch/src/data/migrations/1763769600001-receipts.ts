import { IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

const readWrite = { grant: 'select, insert, update', rows: IN_COMMITTEE };
/** What a unit has said stays said: it adds, and the office decides on it. */
const ofOwnUnits = { grant: 'select, insert', rows: IN_UNITS };

/** Receipts of the addressees and what is said about them. Comes before the documents: their walls look in here. */
export class Receipts1763769600001 extends SqlMigration {
  protected statements(): string[] {
    return [...receipt, ...receiptReturn, ...feedback, ...extensionRequest, ...documentProgress];
  }
}

const receipt = [
  // One statement writes 100 000 of these: no foreign keys, few indexes, cut by year on the id of the document.
  `create table dispatch.receipt (
     committee_id uuid not null, document_id uuid not null, organization_id uuid not null,
     unit_id uuid not null, unit_name text not null, organization_name text not null, protocol_order int not null,
     role text not null check (role in ('TO', 'COPY', 'DISTRIBUTE')),
     duty text not null check (duty in ('ACKNOWLEDGE', 'FEEDBACK', 'READ')),
     state text not null,
     delivered_at timestamptz(3) not null, opened_at timestamptz(3),
     acknowledge_due_at timestamptz(3), feedback_due_at timestamptz(3),
     calendar_version text, service_level_version text,
     acknowledged_at timestamptz(3), acknowledged_by_account_id uuid, acknowledged_by_post_id uuid,
     acknowledged_by_name text, acknowledged_by_title text, text_digest text,
     received_number int, registered_at timestamptz(3),
     assigned_to_post_id uuid, assigned_to_title text, assigned_at timestamptz(3),
     next_reminder_at timestamptz(3), reminder_level int not null default 0,
     recalled_at timestamptz(3), withdrawn_at timestamptz(3), withdrawal_reason text,
     reissued boolean not null default false, closed_at timestamptz(3),
     version int not null default 1,
     -- What the unit owes next: the signature, then the feedback; null when it owes nothing.
     due_at timestamptz(3) generated always as (case
       when duty <> 'READ' and state in ('DELIVERED', 'OPENED', 'RETURN_ANSWERED') then acknowledge_due_at
       when duty = 'FEEDBACK' and state in ('ACKNOWLEDGED', 'ASSIGNED', 'FEEDBACK_RETURNED') then feedback_due_at
     end) stored,
     primary key (committee_id, document_id, organization_id)
   ) partition by range (document_id)`,
  // The inbox, newest first, and the wall of the documents: both know the unit and go by the document. Without the
  // recalled ones, so that the inbox is counted from the index alone.
  `create index receipt_inbox on dispatch.receipt (unit_id, document_id) where recalled_at is null`,
  // The inbox, what is due first: as large as what is owed, not as what exists.
  `create index receipt_due on dispatch.receipt (unit_id, due_at) where due_at is not null`,
  `create index receipt_reminder on dispatch.receipt (next_reminder_at) where next_reminder_at is not null`,
  ...secureTable('dispatch', 'receipt', {
    office: readWrite,
    // A recalled paper was never there: the unit finds no trace of it.
    unit: { grant: 'select, update', rows: `${IN_UNITS} and recalled_at is null` },
    system: readWrite,
  }),
];

const receiptReturn = [
  `create table dispatch.receipt_return (
     committee_id uuid not null, document_id uuid not null, organization_id uuid not null, ordinal int not null,
     unit_id uuid not null,
     reason text not null, explanation text check (length(explanation) <= 2000),
     returned_by_account_id uuid not null, returned_by_name text not null, returned_by_title text not null,
     returned_at timestamptz(3) not null,
     answer text check (length(answer) <= 2000), accepted boolean,
     answered_by_account_id uuid, answered_by_name text, answered_at timestamptz(3),
     check ((answer is null) = (answered_at is null)),
     primary key (committee_id, document_id, organization_id, ordinal)
   )`,
  ...secureTable('dispatch', 'receipt_return', { office: readWrite, unit: ofOwnUnits, system: readWrite }),
];

const feedback = [
  `create table dispatch.feedback (
     committee_id uuid not null, document_id uuid not null, organization_id uuid not null, ordinal int not null,
     unit_id uuid not null,
     kind text not null, content jsonb not null,
     submitted_by_account_id uuid not null, submitted_by_post_id uuid not null,
     submitted_by_name text not null, submitted_by_title text not null, submitted_at timestamptz(3) not null,
     state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
     decision_note text check (length(decision_note) <= 2000),
     decided_by_account_id uuid, decided_by_name text, decided_at timestamptz(3),
     check ((state = 'SUBMITTED') = (decided_at is null)),
     primary key (committee_id, document_id, organization_id, ordinal)
   )`,
  ...secureTable('dispatch', 'feedback', { office: readWrite, unit: ofOwnUnits, system: readWrite }),
];

const extensionRequest = [
  `create table dispatch.extension_request (
     committee_id uuid not null, document_id uuid not null, organization_id uuid not null, ordinal int not null,
     unit_id uuid not null,
     reason text not null check (length(reason) <= 2000), current_due_at timestamptz(3) not null,
     requested_due_on date not null,
     requested_by_account_id uuid not null, requested_by_name text not null, requested_at timestamptz(3) not null,
     state text not null check (state in ('PENDING', 'GRANTED', 'REFUSED')),
     granted_due_at timestamptz(3), decision_note text check (length(decision_note) <= 2000),
     decided_by_account_id uuid, decided_by_name text, decided_at timestamptz(3),
     check ((state = 'PENDING') = (decided_at is null)),
     primary key (committee_id, document_id, organization_id, ordinal)
   )`,
  ...secureTable('dispatch', 'extension_request', { office: readWrite, unit: ofOwnUnits, system: readWrite }),
];

/** Column by the name the counter has in the domain. */
const COUNTERS = [
  'live',
  'awaiting',
  'acknowledged',
  'returned',
  'reading',
  'unopened',
  'return_answered',
  'returned_after_review',
  'feedback_owed',
  'feedback_submitted',
  'feedback_returned',
  'feedback_accepted',
  'closed',
  'recalled',
  'withdrawn',
];

const documentProgress = [
  // The counters of a document are the sum of its rows. Each act adds one with what it changes: a hundred units that
  // sign at once wait for no common row, and a unit needs no right to read what the others did.
  `create table dispatch.document_progress (
     committee_id uuid not null, document_id uuid not null, entry_id uuid not null,
     ${COUNTERS.map((counter) => `${counter} int not null`).join(', ')},
     primary key (committee_id, document_id, entry_id)
   )`,
  ...secureTable('dispatch', 'document_progress', {
    office: { grant: 'select, insert', rows: IN_COMMITTEE },
    unit: {
      grant: 'insert',
      rows: `${IN_COMMITTEE}
        and exists (select from dispatch.receipt r
                    where r.committee_id = document_progress.committee_id
                      and r.document_id = document_progress.document_id)`,
    },
    system: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
  }),
];
