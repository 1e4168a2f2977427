import { closeToAdministrators, IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

const KINDS = `'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'SPECIAL', 'IMPLEMENTATION', 'INFORMATION', 'HIGHLIGHT', 'HONOR'`;
const PERIOD = `'^[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$'`;
/** What a unit writes is its own until it hands in. */
const SEEN_BY_OFFICE = `${IN_COMMITTEE} and visibility = 'COMMITTEE'`;

const readWrite = { grant: 'select, insert, update', rows: IN_COMMITTEE };
const append = { grant: 'select, insert', rows: IN_COMMITTEE };
const read = { grant: 'select', rows: IN_COMMITTEE };

/** For units: rows of a task that they owe a report for. */
const ofOwedTask = (table: string): string => `${IN_COMMITTEE}
  and exists (select from reports.report r
              where r.committee_id = ${table}.committee_id and r.task_id = ${table}.task_id)`;

/** Templates, tasks, reports and what is known without asking. No act wrote the two tables that stood here before. */
export class Reports1763769600090 extends SqlMigration {
  protected statements(): string[] {
    return [
      'drop table reports.report_task, reports.report',
      ...template,
      ...plan,
      ...task,
      ...report,
      ...reportVersion,
      ...reportReturn,
      ...adoption,
      ...publication,
      ...tallies,
      ...facts,
      ...BUSINESS_TABLES.map((table) => closeToAdministrators('reports', table)),
    ];
  }
}

const BUSINESS_TABLES = [
  'report_template',
  'report_template_version',
  'report_plan',
  'report_task',
  'report',
  'report_version',
  'report_return',
  'report_adoption',
  'report_publication',
  'report_publication_reader',
  'report_tally',
  'report_figure',
  'report_sum',
  'unit_burden',
  'fact_item',
  'known_document',
];

const template = [
  `create table reports.report_template (
     committee_id uuid not null, template_id uuid not null,
     name text not null check (length(name) between 2 and 100),
     kind text not null check (kind in (${KINDS})),
     -- Whether a leader of the unit signs before it is handed in.
     signature_needed boolean not null,
     current_number int not null,
     retired_at timestamptz(3), retire_reason text check (length(retire_reason) <= 500),
     check ((retired_at is null) = (retire_reason is null)),
     created_at timestamptz(3) not null, updated_at timestamptz(3) not null, version int not null default 1,
     primary key (committee_id, template_id)
   )`,
  `create unique index report_template_name on reports.report_template (committee_id, name) where retired_at is null`,
  ...secureTable('reports', 'report_template', { office: readWrite, unit: read }),
  // Never changed afterwards: what was asked is read by the version it was asked with.
  `create table reports.report_template_version (
     committee_id uuid not null, template_id uuid not null, number int not null check (number >= 1),
     fields jsonb not null, minutes int not null check (minutes between 1 and 10000),
     note text check (length(note) <= 500),
     published_at timestamptz(3) not null, published_by_account_id uuid not null, published_by_name text not null,
     primary key (committee_id, template_id, number),
     foreign key (committee_id, template_id) references reports.report_template (committee_id, template_id)
   )`,
  ...secureTable('reports', 'report_template_version', { office: append, unit: read }),
];

const plan = [
  // 定期任务: opens a task each period.
  `create table reports.report_plan (
     committee_id uuid not null, plan_id uuid not null,
     name text not null check (length(name) between 2 and 200),
     kind text not null check (kind in (${KINDS})),
     cadence text not null check (cadence in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
     template_id uuid not null, due_rule jsonb not null, audience jsonb not null,
     basis text check (length(basis) <= 500), requirement text check (length(requirement) <= 5000),
     duplicate_reason text check (length(duplicate_reason) <= 500),
     state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
     next_period text not null check (next_period ~ ${PERIOD}), next_opens_on date not null,
     created_at timestamptz(3) not null, created_by_account_id uuid not null, created_by_name text not null,
     updated_at timestamptz(3) not null, version int not null default 1,
     primary key (committee_id, plan_id),
     foreign key (committee_id, template_id) references reports.report_template (committee_id, template_id)
   )`,
  `create index report_plan_opens on reports.report_plan (committee_id, next_opens_on) where state = 'ACTIVE'`,
  ...secureTable('reports', 'report_plan', { office: readWrite }),
];

const task = [
  `create table reports.report_task (
     committee_id uuid not null, task_id uuid not null,
     kind text not null check (kind in (${KINDS})),
     title text not null check (length(title) between 2 and 200),
     period_key text not null check (period_key ~ ${PERIOD}),
     template_id uuid not null, template_version int not null,
     plan_id uuid,
     -- The paper that it was born from.
     document_id uuid, document_number text, document_title text,
     check ((document_id is null) = (document_number is null)),
     basis text check (length(basis) <= 500), requirement text check (length(requirement) <= 5000),
     audience jsonb not null, asked_count int not null check (asked_count >= 0),
     due_on date not null, due_at timestamptz(3) not null,
     due_basis text not null check (due_basis in ('STATED', 'TERM', 'GRANTED')),
     due_term jsonb, calendar_version text,
     duplicate_reason text check (length(duplicate_reason) <= 500),
     state text not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
     opened_at timestamptz(3) not null, opened_by_account_id uuid, opened_by_name text not null,
     paused_at timestamptz(3), closed_at timestamptz(3), close_reason text check (length(close_reason) <= 500),
     check ((state = 'CLOSED') = (closed_at is not null)), check ((state = 'PAUSED') = (paused_at is not null)),
     updated_at timestamptz(3) not null, version int not null default 1,
     primary key (committee_id, task_id),
     foreign key (committee_id, template_id, template_version)
       references reports.report_template_version (committee_id, template_id, number)
   )`,
  `create index report_task_due on reports.report_task (committee_id, due_on desc, task_id desc)`,
  `create index report_task_open on reports.report_task (committee_id, period_key) where state <> 'CLOSED'`,
  `create index report_task_document on reports.report_task (committee_id, document_id) where document_id is not null`,
  `create unique index report_task_period on reports.report_task (committee_id, plan_id, period_key)
     where plan_id is not null`,
];

const report = [
  `create table reports.report (
     committee_id uuid not null, report_id uuid not null, task_id uuid,
     kind text not null check (kind in (${KINDS})),
     period_key text not null check (period_key ~ ${PERIOD}),
     title text not null check (length(title) between 2 and 200),
     organization_id uuid not null, organization_name text not null, unit_id uuid not null,
     -- As they were when it was asked: figures of a period do not move with the structure.
     zone_id uuid, nature text not null,
     template_id uuid not null, template_version int not null,
     visibility text not null check (visibility in ('UNIT', 'COMMITTEE')),
     state text not null check (state in
       ('DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'SETTLED')),
     -- The newest row of report_version; 0 before the first word.
     content_number int not null default 0,
     due_at timestamptz(3), resubmit_due_at timestamptz(3),
     started_at timestamptz(3),
     drafter_account_id uuid, drafter_name text, contact_phone text check (length(contact_phone) <= 30),
     signed_at timestamptz(3), signed_by_account_id uuid, signed_by_name text,
     -- 非涉密承诺 and 是否可公开, at each handing in.
     pledged_at timestamptz(3), public_allowed boolean,
     first_submitted_at timestamptz(3), submitted_at timestamptz(3),
     submitted_by_account_id uuid, submitted_by_name text, submitted_number int,
     -- 填报用时, as the unit says it; nobody measures it.
     minutes_spent int check (minutes_spent between 1 and 10000),
     return_count int not null default 0,
     accepted_at timestamptz(3), accepted_by_name text,
     excellent_at timestamptz(3), excellent_by_name text,
     -- Answered by the feedback to the paper instead.
     settled_at timestamptz(3), settled_by_receipt text,
     document_id uuid,
     updated_at timestamptz(3) not null, version int not null default 1,
     check ((first_submitted_at is null) = (submitted_at is null)),
     check ((state = 'SETTLED') = (settled_at is not null)),
     check (visibility = 'COMMITTEE' or task_id is null),
     primary key (committee_id, report_id),
     foreign key (committee_id, task_id) references reports.report_task (committee_id, task_id),
     foreign key (committee_id, template_id, template_version)
       references reports.report_template_version (committee_id, template_id, number)
   )`,
  `create unique index report_task_organization on reports.report (committee_id, task_id, organization_id)
     where task_id is not null`,
  `create index report_unit on reports.report (committee_id, unit_id, task_id)`,
  `create index report_unit_submitted on reports.report (committee_id, unit_id, submitted_at desc, report_id desc)
     where submitted_at is not null`,
  `create index report_submitted on reports.report (committee_id, submitted_at desc, report_id desc)
     where submitted_at is not null`,
  `create index report_updated on reports.report (committee_id, updated_at)`,
  `create index report_awaited on reports.report (committee_id, task_id, due_at)
     where first_submitted_at is null and state <> 'SETTLED'`,
  ...secureTable('reports', 'report', {
    office: { grant: 'select, insert, update', rows: SEEN_BY_OFFICE },
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
  }),
  ...secureTable('reports', 'report_task', {
    office: readWrite,
    unit: { grant: 'select', rows: ofOwedTask('report_task') },
  }),
];

const reportVersion = [
  // 版本: the newest is what the unit works on; what was handed in, signed or returned stays as it was.
  `create table reports.report_version (
     committee_id uuid not null, report_id uuid not null, number int not null check (number >= 1),
     unit_id uuid not null,
     visibility text not null check (visibility in ('UNIT', 'COMMITTEE')),
     "values" jsonb not null,
     saved_at timestamptz(3) not null, saved_by_account_id uuid not null, saved_by_name text not null,
     frozen_at timestamptz(3),
     primary key (committee_id, report_id, number),
     foreign key (committee_id, report_id) references reports.report (committee_id, report_id)
   )`,
  ...secureTable('reports', 'report_version', {
    office: { grant: 'select', rows: SEEN_BY_OFFICE },
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
  }),
];

const reportReturn = [
  // By the office, or within the unit before it was handed in; the second is the unit's own.
  `create table reports.report_return (
     committee_id uuid not null, report_id uuid not null, ordinal int not null,
     unit_id uuid not null,
     visibility text not null check (visibility in ('UNIT', 'COMMITTEE')),
     content_number int not null, reasons text[] not null, marks jsonb not null,
     note text check (length(note) <= 2000), due_at timestamptz(3),
     returned_by_account_id uuid not null, returned_by_name text not null, returned_at timestamptz(3) not null,
     primary key (committee_id, report_id, ordinal),
     foreign key (committee_id, report_id) references reports.report (committee_id, report_id)
   )`,
  ...secureTable('reports', 'report_return', {
    office: { grant: 'select, insert', rows: SEEN_BY_OFFICE },
    unit: { grant: 'select, insert', rows: IN_UNITS },
  }),
];

const adoption = [
  // 采用. Statistics of information work count a report once, at its highest level.
  `create table reports.report_adoption (
     committee_id uuid not null, report_id uuid not null, adoption_id uuid not null,
     unit_id uuid not null,
     level text not null check (level in ('COMMITTEE', 'CITY', 'PROVINCE', 'NATION')),
     channel text not null check (length(channel) between 1 and 100), adopted_on date not null,
     recorded_at timestamptz(3) not null, recorded_by_account_id uuid not null, recorded_by_name text not null,
     revoked_at timestamptz(3), revoke_reason text check (length(revoke_reason) <= 500),
     primary key (committee_id, adoption_id),
     foreign key (committee_id, report_id) references reports.report (committee_id, report_id)
   )`,
  `create unique index report_adoption_once on reports.report_adoption (committee_id, report_id, level, channel)
     where revoked_at is null`,
  `create index report_adoption_day on reports.report_adoption (committee_id, adopted_on)`,
  ...secureTable('reports', 'report_adoption', { office: readWrite, unit: { grant: 'select', rows: IN_UNITS } }),
];

const publication = [
  // 刊发: what chosen readers see of a report, as it was then.
  `create table reports.report_publication (
     committee_id uuid not null, publication_id uuid not null, report_id uuid not null,
     title text not null check (length(title) between 2 and 200), kind text not null check (kind in (${KINDS})),
     from_unit_id uuid not null, from_name text not null,
     fields jsonb not null, for_all boolean not null,
     published_at timestamptz(3) not null, published_by_account_id uuid not null, published_by_name text not null,
     withdrawn_at timestamptz(3), withdraw_reason text check (length(withdraw_reason) <= 500),
     version int not null default 1,
     primary key (committee_id, publication_id)
   )`,
  `create index report_publication_at on reports.report_publication (committee_id, published_at desc, publication_id desc)`,
  `create table reports.report_publication_reader (
     committee_id uuid not null, publication_id uuid not null, unit_id uuid not null,
     primary key (committee_id, publication_id, unit_id),
     foreign key (committee_id, publication_id) references reports.report_publication (committee_id, publication_id)
   )`,
  `create index report_publication_unit on reports.report_publication_reader (committee_id, unit_id, publication_id)`,
  ...secureTable('reports', 'report_publication_reader', {
    office: append,
    unit: { grant: 'select', rows: IN_UNITS },
  }),
  ...secureTable('reports', 'report_publication', {
    office: readWrite,
    unit: {
      grant: 'select',
      rows: `${IN_COMMITTEE}
        and exists (select from reports.report_publication_reader r
                    where r.committee_id = report_publication.committee_id
                      and r.publication_id = report_publication.publication_id)`,
    },
  }),
];

/** Reports of a task by where they stand; their sum is what it asked for. */
const STATES = ['draft', 'unit_review', 'unit_signed', 'submitted', 'returned', 'accepted', 'settled'];

const tallies = [
  // Ledgers, as in dispatch: an act appends what it changes and waits for nobody; a fold replaces entries by their sum.
  `create table reports.report_tally (
     committee_id uuid not null, task_id uuid not null, entry_id uuid not null,
     zone_id uuid, nature text not null,
     ${STATES.map((state) => `${state} int not null`).join(', ')},
     handed_in int not null, late int not null, excellent int not null,
     primary key (committee_id, task_id, entry_id)
   )`,
  ...secureTable('reports', 'report_tally', {
    office: append,
    unit: { grant: 'insert', rows: ofOwedTask('report_tally') },
  }),
  // 汇总: the numeric fields of what was handed in last.
  `create table reports.report_figure (
     committee_id uuid not null, task_id uuid not null, field_key text not null, report_id uuid not null,
     unit_id uuid not null, zone_id uuid, nature text not null, value numeric not null,
     primary key (committee_id, task_id, field_key, report_id)
   )`,
  `create index report_figure_value on reports.report_figure (committee_id, task_id, field_key, value, report_id)`,
  ...secureTable('reports', 'report_figure', {
    office: read,
    unit: { grant: 'select, insert, update, delete', rows: IN_UNITS },
  }),
  `create table reports.report_sum (
     committee_id uuid not null, task_id uuid not null, field_key text not null, entry_id uuid not null,
     zone_id uuid, nature text not null, reports int not null, total numeric not null,
     primary key (committee_id, task_id, field_key, entry_id)
   )`,
  ...secureTable('reports', 'report_sum', {
    office: read,
    unit: { grant: 'insert', rows: ofOwedTask('report_sum') },
  }),
  // 填报负担 of a unit in a month: what was asked of it, and how long it says that it took.
  `create table reports.unit_burden (
     committee_id uuid not null, unit_id uuid not null, month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
     tasks int not null, asked_fields int not null, known_fields int not null, minutes_estimated int not null,
     handed_in int not null default 0, minutes_spent int not null default 0, minutes_said int not null default 0,
     primary key (committee_id, unit_id, month)
   )`,
  `create index unit_burden_month on reports.unit_burden (committee_id, month)`,
  ...secureTable('reports', 'unit_burden', {
    office: readWrite,
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
  }),
];

const facts = [
  // What the hub knows of a unit without asking it: one item for each thing counted, so that an event heard twice counts once.
  `create table reports.fact_item (
     committee_id uuid not null, fact text not null, unit_id uuid not null, item_id text not null,
     -- The month it belongs to; null for what holds until it is said anew.
     month text check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
     value numeric not null, known_at timestamptz(3) not null,
     primary key (committee_id, fact, unit_id, item_id)
   )`,
  `create index fact_item_month on reports.fact_item (committee_id, unit_id, fact, month) include (value)`,
  ...secureTable('reports', 'fact_item', {
    office: read,
    unit: { grant: 'select', rows: IN_UNITS },
  }),
  // Papers that a task may be born from.
  `create table reports.known_document (
     committee_id uuid not null, document_id uuid not null,
     document_number text not null, title text not null, issued_at timestamptz(3) not null,
     primary key (committee_id, document_id)
   )`,
  ...secureTable('reports', 'known_document', { office: read }),
];
