import { systemClock } from '@hub/core';
import { Trail } from '@hub/persistence';

import { SUBGRAPHS } from '../../local/subgraphs';
import type { HubDatabases } from '../hub-databases';

/** Visits the trail of every subgraph in turn. */
export async function eachTrail<T>(
  hub: HubDatabases,
  visit: (trail: Trail, schema: string) => Promise<T>,
): Promise<T[]> {
  const { auditDir, auditKey } = hub.settings;
  const seen: T[] = [];
  for (const subgraph of SUBGRAPHS) {
    const visited = await hub.enter(subgraph, (database) =>
      visit(new Trail({ database, auditKey, auditDir, clock: systemClock }), database.schema),
    );
    seen.push(visited);
  }
  return seen;
}
