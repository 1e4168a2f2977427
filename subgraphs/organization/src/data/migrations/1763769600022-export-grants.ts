import {
  areTwoPersons,
  closeToAdministrators,
  IN_COMMITTEE,
  IN_UNITS,
  SqlMigration,
  secureTable,
} from '@hub/persistence';

const DECIDE = `state, decided_by_account_id, decided_by_post_id, decided_by_principal_id, decided_by_name, decided_at,
  decision_note, version`;

/** 批量导出: asked for by one, agreed to by a second, used once. The log of exports keeps why and by whom. */
export class ExportGrants1763769600022 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table organization.export_grant (
         committee_id uuid not null, grant_id uuid not null, unit_id uuid not null,
         document_id text not null, document_name text not null, variables_digest text not null,
         reason text not null check (length(reason) between 2 and 500),
         state text not null check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'USED')),
         requested_by_account_id uuid not null, requested_by_post_id uuid not null, requested_by_principal_id uuid,
         requested_by_name text not null, requested_at timestamptz(3) not null,
         decided_by_account_id uuid, decided_by_post_id uuid, decided_by_principal_id uuid,
         decided_by_name text, decided_at timestamptz(3), decision_note text check (length(decision_note) <= 500),
         used_at timestamptz(3), export_id uuid,
         version int not null default 1,
         check ((state = 'REQUESTED') = (decided_at is null)),
         check ((decided_at is null) = (decided_by_account_id is null)),
         check ((decided_at is null) = (decided_by_post_id is null)),
         check ((state = 'USED') = (export_id is not null)),
         constraint export_grant_two_persons check (${areTwoPersons('requested_by', 'decided_by')}),
         primary key (committee_id, grant_id)
       )`,
      `create index export_grant_ready
         on organization.export_grant (committee_id, requested_by_account_id, document_id) where state = 'APPROVED'`,
      ...secureTable('organization', 'export_grant', {
        office: { grant: `select, insert, update (${DECIDE})`, rows: IN_COMMITTEE },
        unit: { grant: `select, insert, update (${DECIDE})`, rows: IN_UNITS },
        system: { grant: 'select, update (state, used_at, export_id, version)', rows: IN_COMMITTEE },
      }),
      closeToAdministrators('organization', 'export_grant'),
      `alter table organization.export_log
         add column grant_id uuid, add column reason text, add column approved_by_name text`,
    ];
  }
}
