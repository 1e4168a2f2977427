import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { FactItem } from '../domain/fact-item';

/** What is known of organisations, one row for each thing counted. */
export class FactItemRepository {
  constructor(private readonly tx: Transaction) {}

  /**
   * Keeps the newest telling of each item: the order of delivery does not matter, and twice is once. The unit is the one that
   * the organisation is of now, which may not be the one it was of when it was told.
   */
  async keep(items: readonly FactItem[]): Promise<void> {
    const column = <Key extends keyof FactItem>(key: Key): FactItem[Key][] => items.map((item) => item[key]);
    await this.tx.execute(
      `insert into reports.fact_item as f
         (committee_id, fact, item_id, organization_id, unit_id, month, value, version, known_at)
       select $1, i.fact, i.item_id, i.organization_id, coalesce(o.unit_id, i.unit_id), i.month, i.value, i.version, $9
       from unnest($2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::numeric[], $8::int[])
              as i(fact, item_id, organization_id, unit_id, month, value, version)
       left join reports.directory_organization o on o.committee_id = $1 and o.organization_id = i.organization_id
       on conflict (committee_id, fact, item_id) do update
         set organization_id = excluded.organization_id, unit_id = excluded.unit_id, month = excluded.month,
             value = excluded.value, version = excluded.version, known_at = excluded.known_at
         where f.version < excluded.version`,
      [
        this.tx.committeeId,
        column('fact'),
        column('itemId'),
        column('organizationId'),
        column('unitId'),
        column('month'),
        column('value'),
        column('version'),
        this.tx.now,
      ],
    );
  }

  async transfer(organizationId: Id, toUnitId: Id): Promise<void> {
    await this.tx.execute(
      `update reports.fact_item set unit_id = $3 where committee_id = $1 and organization_id = $2 and unit_id <> $3`,
      [this.tx.committeeId, organizationId, toUnitId],
    );
  }
}
