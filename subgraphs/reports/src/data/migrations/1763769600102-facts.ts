import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/**
 * Facts belong to an organisation, as reports do, and go with it to another unit. An item is named without its unit, so that
 * one heard again after a merger is still the same; its version says which of two tellings is the newer.
 */
export class Facts1763769600102 extends SqlMigration {
  protected statements(): string[] {
    return [
      // Nothing kept facts before.
      `alter table reports.fact_item drop constraint fact_item_pkey,
         add column organization_id uuid not null, add column version int not null,
         add primary key (committee_id, fact, item_id)`,
      'drop index reports.fact_item_month',
      `create index fact_item_organization on reports.fact_item (committee_id, organization_id, fact, month) include (value)`,
      ...secureTable('reports', 'fact_item', { system: { grant: 'select, insert, update', rows: IN_COMMITTEE } }),
    ];
  }
}
