import { closeToAdministrators, IN_COMMITTEE, SqlMigration, secureTable, sideRole } from '@hub/persistence';

const system = sideRole('reports', 'system');

/** What moving a report reads of it; its words lie elsewhere. */
const MOVED = ['task_id', 'kind', 'title', 'organization_name', 'zone_id', 'nature', 'state', 'due_at'];
const JUDGED = ['first_submitted_at', 'return_count', 'excellent_at', 'updated_at', 'version'];

/** A unit whose feedback to a paper was accepted owes no report about it. */
export class PaperAnswers1763769600122 extends SqlMigration {
  protected statements(): string[] {
    return [...answers, ...settling];
  }
}

const answers = [
  `create table reports.paper_answer (
     committee_id uuid not null, document_id uuid not null, organization_id uuid not null,
     receipt_id text not null,
     -- Versions of the receipt, the newest that was heard of each: the order of telling changes nothing.
     accepted_version int, taken_back_version int,
     check (accepted_version is not null or taken_back_version is not null),
     primary key (committee_id, document_id, organization_id)
   )`,
  ...secureTable('reports', 'paper_answer', {
    office: { grant: 'select', rows: IN_COMMITTEE },
    system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
  }),
  closeToAdministrators('reports', 'paper_answer'),
];

const settling = [
  `grant select (${[...MOVED, ...JUDGED].join(', ')}), update (state, settled_at, settled_by_receipt, version)
     on reports.report to ${system}`,
  `grant select (committee_id, task_id, kind, document_id, due_at, state, version),
     update (state, paused_at, closed_at, close_reason, updated_at, version)
     on reports.report_task to ${system}`,
  `create policy report_task_system on reports.report_task for all to ${system}
     using (${IN_COMMITTEE}) with check (${IN_COMMITTEE})`,
];
