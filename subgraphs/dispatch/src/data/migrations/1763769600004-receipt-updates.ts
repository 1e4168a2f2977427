import { SqlMigration } from '@hub/persistence';

/**
 * When a receipt last changed, for dashboards that fetch only what is new. Null until the first change, so that the
 * fan-out of a release writes nothing more: an untouched receipt changed when it was delivered.
 */
export class ReceiptUpdates1763769600004 extends SqlMigration {
  protected statements(): string[] {
    return ['alter table dispatch.receipt add column updated_at timestamptz(3)'];
  }
}
