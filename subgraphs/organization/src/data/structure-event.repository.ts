import type { Transaction } from '@hub/persistence';

import { StructureEventEntity } from './structure-event.entity';

export class StructureEventRepository {
  constructor(private readonly tx: Transaction) {}

  async append(events: readonly StructureEventEntity[]): Promise<void> {
    if (events.length === 0) return;
    // TypeORM's type of a jsonb column is its own deep partial, which a plain record does not fit.
    await this.tx.manager.insert(StructureEventEntity, events as never);
  }
}
