import type { Transaction } from '@hub/persistence';
import { holdDirectory } from '@hub/persistence';

import { FactItemRepository } from '../../data/fact-item.repository';
import type { FactItem } from '../../domain/fact-item';

/** Keeps what an event told. Beside a merger either this finds the new unit, or the merger finds these rows. */
export async function keepFacts(tx: Transaction, items: readonly FactItem[]): Promise<void> {
  await holdDirectory(tx, 'reports');
  await new FactItemRepository(tx).keep(items);
}
