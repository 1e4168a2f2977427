import { areTwoPersons, handColumns, SqlMigration } from '@hub/persistence';

/** Whose hand was in an act, for acts that two persons do: under which post, and for whom when the post was lent. */
export class TwoPersons1763769600020 extends SqlMigration {
  protected statements(): string[] {
    return [
      'alter table dispatch.document_act add column principal_id uuid',
      `alter table dispatch.rule_override ${handColumns('requested_by')}, ${handColumns('confirmed_by')}`,
      `alter table dispatch.rule_override add constraint rule_override_two_persons
         check (${areTwoPersons('requested_by', 'confirmed_by')})`,
    ];
  }
}
