import {
  closeToAdministrators,
  IN_COMMITTEE,
  IN_UNITS,
  OWN_ACCOUNT,
  SqlMigration,
  secureTable,
} from '@hub/persistence';

/** 党员, and how often an account has looked at what is sensitive of them. */
export class Members1763769600030 extends SqlMigration {
  protected statements(): string[] {
    return [...member, ...sensitiveRead];
  }
}

const member = [
  // The unit of a member is that of the branch, whichever unit that comes to belong to: the foreign key carries it along,
  // beneath row security, since an administrator who moves a branch sees no member.
  `alter table organization.organization
     add constraint organization_with_unit unique (committee_id, organization_id, unit_id)`,
  `create table organization.member (
     committee_id uuid not null, member_id uuid not null, unit_id uuid not null, organization_id uuid not null,
     name text not null check (length(name) between 1 and 50),
     sex text not null check (sex in ('MALE', 'FEMALE')), ethnicity text not null, born_on date not null,
     kind text not null check (kind in ('FORMAL', 'PROBATIONARY')),
     joined_on date not null check (joined_on > born_on),
     confirmed_on date check (confirmed_on >= joined_on),
     phone text check (length(phone) <= 20),
     -- Encrypted, the keyed hash it is found by, and what is shown of it. The text itself is never in the database.
     id_number bytea not null check (length(id_number) > 31),
     id_number_hash bytea not null check (length(id_number_hash) = 32),
     id_number_masked text not null check (id_number_masked ~ '^.[*]{16}.$'),
     status text not null check (status in ('ACTIVE', 'ENDED')),
     exit_kind text, ended_on date, exit_note text check (length(exit_note) <= 200),
     registered_at timestamptz(3) not null, changed_at timestamptz(3) not null,
     version int not null default 1,
     check ((kind = 'FORMAL') = (confirmed_on is not null)),
     check ((status = 'ENDED') = (ended_on is not null) and (status = 'ENDED') = (exit_kind is not null)),
     primary key (committee_id, member_id),
     foreign key (committee_id, organization_id, unit_id)
       references organization.organization (committee_id, organization_id, unit_id) on update cascade
   )`,
  // One person, one living membership; who left and comes back is registered anew.
  `create unique index member_id_number on organization.member (committee_id, id_number_hash) where status = 'ACTIVE'`,
  `create index member_found on organization.member (committee_id, id_number_hash, member_id)`,
  `create index member_name on organization.member (committee_id, name collate "zh-Hans-CN-x-icu", member_id)
     include (unit_id)`,
  `create index member_branch on organization.member (committee_id, organization_id, unit_id)`,
  ...secureTable('organization', 'member', {
    office: { grant: 'select, update', rows: IN_COMMITTEE },
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
    // A rotation of keys writes the same value again.
    system: { grant: 'select (committee_id, member_id, id_number), update (id_number)', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('organization', 'member'),
];

const sensitiveRead = [
  // A counter, not the trail: what was read and why stands there.
  `create table organization.sensitive_read (
     committee_id uuid not null, account_id uuid not null, day date not null, reads int not null check (reads > 0),
     primary key (committee_id, account_id, day)
   )`,
  ...secureTable('organization', 'sensitive_read', {
    office: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
    unit: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
  }),
  closeToAdministrators('organization', 'sensitive_read'),
];
