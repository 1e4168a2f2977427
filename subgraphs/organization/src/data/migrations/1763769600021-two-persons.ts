import { areTwoPersons, handColumns, SqlMigration } from '@hub/persistence';

/** Whose hands a registered document went through: two, when it was let in. Its author may turn it down alone. */
export class TwoPersons1763769600021 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table organization.registered_document ${handColumns('author')}, ${handColumns('decided_by')}`,
      `alter table organization.registered_document add constraint registered_document_two_persons
         check (state <> 'APPROVED' or ${areTwoPersons('author', 'decided_by')})`,
    ];
  }
}
