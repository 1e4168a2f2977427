import { SqlMigration } from '@hub/persistence';

/** What marked content was brought to is called the same in every subgraph. */
export class QuarantineSubject1763769600098 extends SqlMigration {
  protected statements(): string[] {
    return ['alter table dispatch.quarantine rename column document_id to subject_id'];
  }
}
