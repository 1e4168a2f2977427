import { calendarChanged, groupChanged, laddersChanged, organizationChanged, unitChanged } from '@hub/contracts';
import type { Clock, IdFactory, SystemActor } from '@hub/core';
import {
  applyCalendarChanged,
  applyGroupChanged,
  applyLaddersChanged,
  applyOrganizationChanged,
  applyUnitChanged,
  type SubgraphDatabase,
  type Transaction,
} from '@hub/persistence';

import type { EventDelivery, EventSubscription } from './subscribe-events';
import { onEvent } from './subscribe-events';

export interface ProjectionHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Keeps a subgraph's local directory of units, organisations and groups, and its time rules, as organization last told it. */
export function projectDirectory({ database, clock, ids }: ProjectionHost): EventSubscription[] {
  const applied =
    <Payload>(apply: (tx: Transaction, schema: string, payload: Payload) => Promise<void>) =>
    async ({ committeeId, jobId, payload }: EventDelivery<Payload>): Promise<void> => {
      const actor: SystemActor = { side: 'system', committeeId, name: 'directory' };
      await database.transaction({ actor, requestId: jobId, now: clock.now(), ids }, (tx) =>
        apply(tx, database.schema, payload),
      );
    };
  return [
    onEvent(unitChanged, applied(applyUnitChanged)),
    onEvent(organizationChanged, applied(applyOrganizationChanged)),
    onEvent(groupChanged, applied(applyGroupChanged)),
    onEvent(calendarChanged, applied(applyCalendarChanged)),
    onEvent(laddersChanged, applied(applyLaddersChanged)),
  ];
}
