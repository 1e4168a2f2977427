import { closeToAdministrators, IN_COMMITTEE, secureTable } from '../migration/row-security';

/** Where a marking stood and of what kind. Never the text: this system may not keep it. */
export function quarantineTable(schema: string): string[] {
  return [
    `create table ${schema}.quarantine (
       committee_id uuid not null, quarantine_id uuid not null,
       subject_id uuid, source text not null, content_digest text not null, findings jsonb not null,
       account_id uuid not null, post_id uuid not null, person_name text not null, at timestamptz(3) not null,
       primary key (committee_id, quarantine_id)
     )`,
    ...secureTable(schema, 'quarantine', {
      office: { grant: 'select, insert', rows: IN_COMMITTEE },
      unit: { grant: 'insert', rows: IN_COMMITTEE },
    }),
    closeToAdministrators(schema, 'quarantine'),
  ];
}
