import {
  EVERY_ROW,
  IN_COMMITTEE,
  IN_UNITS,
  SqlMigration,
  scopeFunction,
  secureTable,
  sideRole,
} from '@hub/persistence';

const readInCommittee = { grant: 'select', rows: IN_COMMITTEE };
const writeInCommittee = { grant: 'select, insert, update', rows: IN_COMMITTEE };
const append = { grant: 'select, insert', rows: IN_COMMITTEE };

/** Rows that belong to an organisation: a unit sees them when it sees the organisation. */
const OF_VISIBLE_ORGANIZATION = `${IN_COMMITTEE}
  and organization_id in (select o.organization_id from organization.organization o)`;

/** The committee, its units and party organisations, and everything that is said about them over time. */
export class Structure1763769600001 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...committee,
      ...unit,
      ...organization,
      ...scopeFunction(
        'organization',
        `select array_agg(distinct o.unit_id) from organization.organization o
         where o.committee_id = committee and o.affiliation_path @> array[root]`,
      ),
      ...structureEvent,
      ...section,
      ...term,
      ...zone,
      ...contactPoint,
      ...recipientGroup,
    ];
  }
}

const committee = [
  `create table organization.committee (
     committee_id uuid primary key,
     code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
     name text not null, short_name text not null,
     created_at timestamptz(3) not null
   )`,
  ...secureTable('organization', 'committee', {
    office: readInCommittee,
    unit: readInCommittee,
    // Sign-in must find the committee before it knows it.
    system: { grant: 'select, insert', rows: EVERY_ROW },
  }),
];

const unit = [
  `create table organization.unit (
     committee_id uuid not null, unit_id uuid not null,
     name text not null check (length(name) between 2 and 100), short_name text check (length(short_name) <= 50),
     nature text not null, sector text, protocol_order int not null check (protocol_order > 0),
     is_fictitious boolean not null default false,
     unified_social_credit_code text,
     status text not null check (status in ('ACTIVE', 'DISSOLVED')),
     effective_from date not null, effective_to date,
     version int not null default 1,
     primary key (committee_id, unit_id)
   )`,
  // Two living units of one name would make every printed addressee line ambiguous.
  `create unique index unit_living_name on organization.unit (committee_id, name) where status <> 'DISSOLVED'`,
  `create index unit_protocol_order on organization.unit (committee_id, protocol_order, unit_id)`,
  ...secureTable('organization', 'unit', { office: writeInCommittee, unit: readInCommittee, system: writeInCommittee }),

  `create table organization.unit_name (
     committee_id uuid not null, unit_id uuid not null,
     name text not null, short_name text, effective_from date not null, effective_to date,
     check (effective_to is null or effective_to > effective_from),
     primary key (committee_id, unit_id, effective_from)
   )`,
  `create unique index unit_name_current on organization.unit_name (committee_id, unit_id) where effective_to is null`,
  ...secureTable('organization', 'unit_name', {
    office: writeInCommittee,
    unit: readInCommittee,
    system: writeInCommittee,
  }),
];

const organization = [
  `create table organization.organization (
     committee_id uuid not null, organization_id uuid not null, unit_id uuid not null,
     kind text not null, name text not null check (length(name) between 2 and 120),
     affiliation_id uuid, affiliation_path uuid[] not null,
     guidance_id uuid, system_lead_id uuid,
     has_branch_committee boolean not null default false,
     formal_members int check (formal_members >= 0), probationary_members int check (probationary_members >= 0),
     members_reported_on date,
     national_code text,
     status text not null check (status in ('ACTIVE', 'SUSPENDED', 'DISSOLVED')),
     effective_from date not null, effective_to date,
     version int not null default 1,
     primary key (committee_id, organization_id),
     foreign key (committee_id, unit_id) references organization.unit (committee_id, unit_id),
     foreign key (committee_id, affiliation_id) references organization.organization (committee_id, organization_id),
     foreign key (committee_id, guidance_id) references organization.organization (committee_id, organization_id),
     check (affiliation_path[cardinality(affiliation_path)] = organization_id),
     check ((formal_members is null) = (members_reported_on is null))
   )`,
  `create index organization_unit on organization.organization (committee_id, unit_id)`,
  `create index organization_path on organization.organization using gin (affiliation_path)`,
  `create index organization_affiliation on organization.organization (committee_id, affiliation_id)`,
  ...secureTable('organization', 'organization', {
    office: writeInCommittee,
    // A unit reports its own numbers and changes nothing else.
    unit: {
      grant: `select, update (formal_members, probationary_members, members_reported_on, has_branch_committee, version)`,
      rows: IN_UNITS,
    },
    system: writeInCommittee,
  }),
  // Every paper names the committee that issues it: units read that one organisation above them.
  `create policy organization_unit_committee on organization.organization for select
     to ${sideRole('organization', 'unit')} using (${IN_COMMITTEE} and kind = 'WORK_COMMITTEE')`,
];

const structureEvent = [
  // Never updated, never deleted: the history of the structure, one row per decided change (DOMAIN 1.6).
  `create table organization.structure_event (
     committee_id uuid not null, event_id uuid not null,
     kind text not null, object_type text not null check (object_type in ('UNIT', 'ORGANIZATION')),
     object_id uuid not null, unit_id uuid not null,
     effective_on date not null, decision_number text, decision_on date,
     successor_ids uuid[] not null default '{}', detail jsonb not null default '{}',
     recorded_at timestamptz(3) not null, recorded_by uuid,
     primary key (committee_id, event_id)
   )`,
  `create index structure_event_object on organization.structure_event (committee_id, object_id, effective_on)`,
  ...secureTable('organization', 'structure_event', {
    office: append,
    unit: { grant: 'select', rows: IN_UNITS },
    system: append,
  }),
];

const section = [
  `create table organization.section (
     committee_id uuid not null, section_id uuid not null, organization_id uuid not null,
     name text not null check (length(name) between 2 and 50), is_general_office boolean not null default false, protocol_order int not null,
     active boolean not null default true,
     primary key (committee_id, section_id),
     unique (committee_id, organization_id, name),
     foreign key (committee_id, organization_id) references organization.organization (committee_id, organization_id)
   )`,
  ...secureTable('organization', 'section', {
    office: writeInCommittee,
    unit: { grant: 'select', rows: OF_VISIBLE_ORGANIZATION },
    system: writeInCommittee,
  }),
];

const term = [
  // The length is stored with each term and counted from the electing meeting (任期意见 2018); appointed ones have none.
  `create table organization.term (
     committee_id uuid not null, term_id uuid not null, organization_id uuid not null,
     ordinal int not null check (ordinal > 0),
     elected_on date, term_years int check (term_years between 1 and 5), ends_on date, extended_to date, closed_on date,
     appointed_on date,
     version int not null default 1,
     primary key (committee_id, term_id),
     unique (committee_id, organization_id, ordinal),
     foreign key (committee_id, organization_id) references organization.organization (committee_id, organization_id),
     check ((elected_on is null) <> (appointed_on is null)),
     check ((elected_on is null) = (ends_on is null) and (elected_on is null) = (term_years is null))
   )`,
  `create unique index term_running on organization.term (committee_id, organization_id) where closed_on is null`,
  ...secureTable('organization', 'term', {
    office: writeInCommittee,
    unit: { grant: 'select', rows: OF_VISIBLE_ORGANIZATION },
    system: writeInCommittee,
  }),
];

const zone = [
  `create table organization.zone (
     committee_id uuid not null, zone_id uuid not null,
     name text not null check (length(name) between 2 and 50), contact_leader_post_id uuid, active boolean not null default true,
     version int not null default 1,
     primary key (committee_id, zone_id), unique (committee_id, name)
   )`,
  ...secureTable('organization', 'zone', { office: writeInCommittee, unit: readInCommittee, system: writeInCommittee }),
  // Membership is decided anew each year; a unit is in one zone a year.
  `create table organization.zone_unit (
     committee_id uuid not null, year int not null, unit_id uuid not null, zone_id uuid not null,
     primary key (committee_id, year, unit_id),
     foreign key (committee_id, unit_id) references organization.unit (committee_id, unit_id),
     foreign key (committee_id, zone_id) references organization.zone (committee_id, zone_id)
   )`,
  ...secureTable('organization', 'zone_unit', {
    office: { grant: 'select, insert, update, delete', rows: IN_COMMITTEE },
    unit: readInCommittee,
    system: { grant: 'select, insert, update, delete', rows: IN_COMMITTEE },
  }),
];

const contactPoint = [
  `create table organization.contact_point (
     committee_id uuid not null, contact_point_id uuid not null,
     year int not null,
     leader_name text not null check (length(leader_name) between 1 and 50),
     leader_title text not null check (length(leader_title) between 1 and 50),
     unit_id uuid not null, organization_id uuid not null,
     version int not null default 1,
     primary key (committee_id, contact_point_id),
     unique (committee_id, year, unit_id, leader_name),
     foreign key (committee_id, organization_id) references organization.organization (committee_id, organization_id)
   )`,
  ...secureTable('organization', 'contact_point', {
    office: writeInCommittee,
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
    system: writeInCommittee,
  }),
];

const recipientGroup = [
  `create table organization.recipient_group (
     committee_id uuid not null, group_id uuid not null,
     name text not null check (length(name) between 2 and 60),
     rule text not null check (rule in ('ALL_UNITS', 'LIST', 'ZONE', 'NATURE', 'ORGANIZATION_KIND')),
     rule_value text, active boolean not null default true,
     version int not null default 1,
     primary key (committee_id, group_id), unique (committee_id, name)
   )`,
  ...secureTable('organization', 'recipient_group', { office: writeInCommittee, system: writeInCommittee }),
  // One row per version: who was in the group when a document was approved can always be asked.
  `create table organization.recipient_group_version (
     committee_id uuid not null, group_id uuid not null, version int not null,
     organization_ids uuid[] not null, changed_at timestamptz(3) not null, reason text not null,
     primary key (committee_id, group_id, version),
     foreign key (committee_id, group_id) references organization.recipient_group (committee_id, group_id)
   )`,
  ...secureTable('organization', 'recipient_group_version', { office: append, system: append }),
];
