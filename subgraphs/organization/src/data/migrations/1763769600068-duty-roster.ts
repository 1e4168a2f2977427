import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** Of an organisation that the same wall shows. */
const ofOrganization = (table: string): string => `${IN_COMMITTEE} and exists (
  select from organization.organization o
  where o.committee_id = ${table}.committee_id and o.organization_id = ${table}.organization_id)`;

/** 值班表: who answers for an organisation outside office hours. A roster is arranged anew window by window. */
export class DutyRoster1763769600068 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table organization.duty_roster (
         committee_id uuid not null, organization_id uuid not null, version int not null,
         primary key (committee_id, organization_id),
         foreign key (committee_id, organization_id) references organization.organization (committee_id, organization_id)
       )`,
      ...secureTable('organization', 'duty_roster', {
        office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
        unit: { grant: 'select', rows: ofOrganization('duty_roster') },
      }),
      `create table organization.duty_shift (
         committee_id uuid not null, organization_id uuid not null,
         starts_at timestamptz(3) not null, ends_at timestamptz(3) not null check (ends_at > starts_at),
         post_id uuid not null,
         primary key (committee_id, organization_id, starts_at),
         -- One at a time, so that it is never open who answers.
         exclude using gist (committee_id with =, organization_id with =, tstzrange(starts_at, ends_at) with &&),
         foreign key (committee_id, organization_id) references organization.duty_roster (committee_id, organization_id),
         foreign key (committee_id, post_id) references organization.post (committee_id, post_id)
       )`,
      ...secureTable('organization', 'duty_shift', {
        office: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
        unit: { grant: 'select', rows: ofOrganization('duty_shift') },
      }),
    ];
  }
}
