import {
  closeToAdministrators,
  IN_COMMITTEE,
  OWN_ACCOUNT,
  SqlMigration,
  secureTable,
  sideRole,
} from '@hub/persistence';

const SYSTEM = sideRole('organization', 'system');
const inCommittee = { grant: 'select', rows: IN_COMMITTEE };

/** Rows that stand behind a notice which the account got. */
const behindOwn = (table: string, key: string): string => `${IN_COMMITTEE}
  and exists (select from organization.inbox_notice i
              where i.committee_id = ${table}.committee_id and i.${key} = ${table}.${key})`;

/**
 * 通知: what was told, to whom, through what. A text is its receiver's alone; that somebody was told, when and through
 * which channel, is seen by the office as well, which answers for reminders.
 */
export class Notices1763769600070 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...inbox,
      ...subject,
      ...notice,
      ...delivery,
      ...preference,
      ...standing,
      // The contact leader of an area is one of those who are meant.
      `grant select on organization.zone to ${SYSTEM}`,
    ];
  }
}

const inbox = [
  `create table organization.inbox_notice (
     committee_id uuid not null, notice_id uuid not null, account_id uuid not null,
     subject_id uuid not null,
     -- Under which post it was got, and by which delegation when that is another person's.
     post_id uuid not null, organization_id uuid not null, delegation_id uuid,
     body text not null check (length(body) <= 2000),
     -- Why it came here, when it was meant for somebody who could not be found.
     remark text check (length(remark) <= 300),
     created_at timestamptz(3) not null, read_at timestamptz(3),
     done_at timestamptz(3), done_by text check (done_by in ('PERSON', 'SETTLED')),
     check ((done_at is null) = (done_by is null)),
     primary key (committee_id, notice_id, account_id)
   ) partition by range (notice_id)`,
  'create index inbox_notice_list on organization.inbox_notice (committee_id, account_id, notice_id)',
  `create index inbox_notice_open on organization.inbox_notice (committee_id, account_id, notice_id)
     where done_at is null`,
  'create index inbox_notice_under on organization.inbox_notice (committee_id, account_id, subject_id, notice_id)',
  'create index inbox_notice_owed on organization.inbox_notice (committee_id, subject_id) where done_at is null',
  ...secureTable('organization', 'inbox_notice', {
    office: { grant: 'select, update (read_at, done_at, done_by)', rows: OWN_ACCOUNT },
    unit: { grant: 'select, update (read_at, done_at, done_by)', rows: OWN_ACCOUNT },
    system: { grant: 'select, insert, update (done_at, done_by)', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'inbox_notice'),
];

const subject = [
  // What notices are about. Whoever tells something of it, or says that it is settled, holds this row: a settlement that
  // comes before its notice is found by it, and one at the same moment waits.
  `create table organization.notice_subject (
     committee_id uuid not null, subject_id uuid not null,
     type text not null, id text not null, obligation text not null,
     settled_at timestamptz(3),
     primary key (committee_id, subject_id), unique (committee_id, id, obligation, type)
   )`,
  ...secureTable('organization', 'notice_subject', {
    office: inCommittee,
    unit: { grant: 'select', rows: behindOwn('notice_subject', 'subject_id') },
    system: { grant: 'select, insert, update (settled_at)', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'notice_subject'),
];

const notice = [
  `create table organization.notice (
     committee_id uuid not null, notice_id uuid not null, subject_id uuid not null,
     kind text not null, unit_id uuid, level int not null check (level between 0 and 4),
     title text not null check (length(title) <= 300),
     outside_text text not null check (length(outside_text) <= 300),
     due_at timestamptz(3), urgent boolean not null, requested_at timestamptz(3) not null,
     primary key (committee_id, notice_id)
   ) partition by range (notice_id)`,
  'create index notice_about on organization.notice (committee_id, subject_id, notice_id)',
  ...secureTable('organization', 'notice', {
    office: inCommittee,
    unit: { grant: 'select', rows: behindOwn('notice', 'notice_id') },
    system: { grant: 'select, insert', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'notice'),
];

const delivery = [
  // One row for each way in which a notice goes to a person. `IN_APP` is written as sent; the others wait for whoever sends
  // them, who leases a row while it does. The message id is the same at each attempt.
  `create table organization.notice_delivery (
     committee_id uuid not null, notice_id uuid not null, account_id uuid not null,
     channel text not null check (channel in ('IN_APP', 'EMAIL', 'WEBHOOK', 'WECOM', 'DINGTALK')),
     state text not null check (state in ('PENDING', 'SENT', 'FAILED', 'DROPPED')),
     not_before timestamptz(3) not null,
     attempts int not null default 0 check (attempts >= 0), lease_until timestamptz(3),
     message_id text not null check (length(message_id) between 1 and 100),
     sent_at timestamptz(3), last_error text check (length(last_error) <= 500),
     check ((state = 'SENT') = (sent_at is not null)),
     primary key (committee_id, notice_id, account_id, channel)
   ) partition by range (notice_id)`,
  `create index notice_delivery_waiting on organization.notice_delivery (committee_id, not_before)
     where state = 'PENDING'`,
  ...secureTable('organization', 'notice_delivery', {
    office: inCommittee,
    unit: { grant: 'select', rows: OWN_ACCOUNT },
    system: { grant: 'select, insert, update (state, last_error)', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'notice_delivery'),
];

const preference = [
  // Channels besides the inbox, which has none. Addresses are encrypted: that of a robot is the right to write to it.
  `create table organization.notice_preference (
     committee_id uuid not null, preference_id uuid not null, account_id uuid not null,
     channel text not null check (channel in ('EMAIL', 'WEBHOOK', 'WECOM', 'DINGTALK')),
     enabled boolean not null,
     address bytea, address_masked text, secret bytea,
     quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     version int not null default 1,
     check ((address is null) = (address_masked is null) and (address is not null or not enabled)),
     check ((quiet_from is null) = (quiet_to is null)),
     primary key (committee_id, preference_id), unique (committee_id, account_id, channel),
     foreign key (committee_id, account_id) references organization.account (committee_id, account_id)
   )`,
  ...secureTable('organization', 'notice_preference', {
    office: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
    unit: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
    // A rotation of keys writes the same values again.
    system: { grant: 'select, update (address, secret)', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'notice_preference'),
];

const standing = [
  // 书记, 专职副书记: whose post it is. Every leader of the committee has the same role.
  `create table organization.standing_post (
     committee_id uuid not null, standing text not null check (standing in ('SECRETARY', 'DEPUTY_SECRETARY')),
     post_id uuid not null, version int not null default 1,
     primary key (committee_id, standing),
     foreign key (committee_id, post_id) references organization.post (committee_id, post_id)
   )`,
  `create index standing_post_post on organization.standing_post (committee_id, post_id)`,
  ...secureTable('organization', 'standing_post', {
    office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
    system: inCommittee,
  }),
];
