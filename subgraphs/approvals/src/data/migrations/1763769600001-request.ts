import { IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

/** 请示: what units ask the committee to decide. */
export class Request1763769600001 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table approvals.request (
         committee_id uuid not null, request_id uuid not null, unit_id uuid not null, organization_id uuid not null,
         title text not null check (length(title) between 2 and 200),
         state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'DECIDED', 'CLOSED')),
         submitted_at timestamptz(3),
         primary key (committee_id, request_id)
       )`,
      `create index request_unit on approvals.request (committee_id, unit_id, request_id desc)`,
      ...secureTable('approvals', 'request', {
        // A draft is the unit's own affair until it is submitted.
        office: { grant: 'select', rows: `${IN_COMMITTEE} and state <> 'DRAFT'` },
        unit: { grant: 'select', rows: IN_UNITS },
        system: { grant: 'select', rows: IN_COMMITTEE },
      }),
    ];
  }
}
