import { IN_COMMITTEE, SqlMigration, sideRole } from '@hub/persistence';

const unit = sideRole('reports', 'unit');

/** A unit may refer to a paper: that there is one is all it learns here. */
export class PapersReferred1763769600123 extends SqlMigration {
  protected statements(): string[] {
    return [
      `grant select (committee_id, document_id) on reports.known_document to ${unit}`,
      `create policy known_document_unit on reports.known_document for select to ${unit} using (${IN_COMMITTEE})`,
    ];
  }
}
