import { closeToAdministrators, IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

/** What a unit uploads is its own, until it hands in a version that refers to it. */
const SEEN_BY_OFFICE = `${IN_COMMITTEE} and visibility = 'COMMITTEE'`;

/** Files of reports; FILE fields refer to them. */
export class ReportFiles1763769600113 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table reports.attachment (
         committee_id uuid not null, attachment_id uuid not null, report_id uuid not null,
         unit_id uuid not null,
         visibility text not null check (visibility in ('UNIT', 'COMMITTEE')),
         ordinal int not null, file_name text not null check (length(file_name) between 1 and 255),
         media_type text not null, byte_size bigint not null check (byte_size > 0), content_digest text not null,
         storage_key text not null,
         uploaded_by_account_id uuid not null, uploaded_by_name text not null, uploaded_at timestamptz(3) not null,
         removed_at timestamptz(3), removed_by_account_id uuid,
         -- With the first version that refers to it; from then on it stays.
         handed_in_at timestamptz(3),
         check (handed_in_at is null or (removed_at is null and visibility = 'COMMITTEE')),
         primary key (committee_id, attachment_id),
         foreign key (committee_id, report_id) references reports.report (committee_id, report_id)
       )`,
      `create index attachment_report on reports.attachment (committee_id, report_id, ordinal)`,
      ...secureTable('reports', 'attachment', {
        // The work committee's own branch is asked too, and its office answers for it.
        office: { grant: 'select, insert, update', rows: SEEN_BY_OFFICE },
        unit: { grant: 'select, insert, update', rows: IN_UNITS },
      }),
      closeToAdministrators('reports', 'attachment'),
    ];
  }
}
