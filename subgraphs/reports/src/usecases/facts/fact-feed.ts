import type { EventDefinition, EventPayload } from '@hub/contracts';

import type { FactItem } from '../../domain/fact-item';

/** Where facts are kept from: an event of another subgraph, and the items that it tells. */
export interface FactFeed<E extends EventDefinition = EventDefinition> {
  readonly event: E;
  itemsOf(payload: EventPayload<E>): readonly FactItem[];
}

export const factFeed = <E extends EventDefinition>(
  event: E,
  itemsOf: (payload: EventPayload<E>) => readonly FactItem[],
): FactFeed<E> => ({ event, itemsOf });
