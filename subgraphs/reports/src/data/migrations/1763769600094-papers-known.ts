import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** Papers are written down as the event of their issue is heard; nobody changes them. */
export class PapersKnown1763769600094 extends SqlMigration {
  protected statements(): string[] {
    return secureTable('reports', 'known_document', { system: { grant: 'select, insert', rows: IN_COMMITTEE } });
  }
}
