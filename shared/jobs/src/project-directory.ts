import {
  calendarChanged,
  type EventPayload,
  groupChanged,
  laddersChanged,
  organizationChanged,
  unitChanged,
} from '@hub/contracts';
import type { Clock, Id, IdFactory, SystemActor } from '@hub/core';
import {
  applyCalendarChanged,
  applyGroupChanged,
  applyLaddersChanged,
  applyOrganizationChanged,
  applyUnitChanged,
  lockDirectory,
  type SubgraphDatabase,
  type Transaction,
} from '@hub/persistence';

import type { EventDelivery, EventSubscription } from './subscribe-events';
import { onEvent } from './subscribe-events';

/** An organisation that goes on under another unit: merged, split off, moved. */
export interface UnitTransfer {
  readonly organizationId: Id;
  readonly fromUnitId: Id;
  readonly toUnitId: Id;
}

/** 撤销, with the unit it was of at its end. */
export interface DissolvedOrganization {
  readonly organizationId: Id;
  readonly unitId: Id;
}

/** What a subgraph does with its own rows when the directory changes, in the same transaction. May come twice. */
export interface DirectoryFollower {
  /** Everything of the organisation goes with it: the successor sees it and answers for it. */
  onTransfer(tx: Transaction, transfer: UnitTransfer): Promise<void>;
  /** Whatever it owed, nobody owes any more. */
  onDissolved(tx: Transaction, organization: DissolvedOrganization): Promise<void>;
}

export interface ProjectionHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly follower: DirectoryFollower;
}

/** Keeps a subgraph's local directory of units, organisations and groups, and its time rules, as organization last told it. */
export function projectDirectory({ database, clock, ids, follower }: ProjectionHost): EventSubscription[] {
  const applied =
    <Payload>(apply: (tx: Transaction, schema: string, payload: Payload) => Promise<void>) =>
    async ({ committeeId, jobId, payload }: EventDelivery<Payload>): Promise<void> => {
      const actor: SystemActor = { side: 'system', committeeId, name: 'directory' };
      await database.transaction({ actor, requestId: jobId, now: clock.now(), ids }, (tx) =>
        apply(tx, database.schema, payload),
      );
    };
  const applyOrganization = async (
    tx: Transaction,
    schema: string,
    organization: EventPayload<typeof organizationChanged>,
  ): Promise<void> => {
    const { organizationId, unitId, dissolved } = organization;
    const fromUnitId = await applyOrganizationChanged(tx, schema, organization);
    const moved = fromUnitId !== null && fromUnitId !== unitId;
    if (moved || dissolved) await lockDirectory(tx, schema);
    if (moved) await follower.onTransfer(tx, { organizationId, fromUnitId, toUnitId: unitId });
    if (dissolved) await follower.onDissolved(tx, { organizationId, unitId });
  };
  return [
    onEvent(unitChanged, applied(applyUnitChanged)),
    onEvent(organizationChanged, applied(applyOrganization)),
    onEvent(groupChanged, applied(applyGroupChanged)),
    onEvent(calendarChanged, applied(applyCalendarChanged)),
    onEvent(laddersChanged, applied(applyLaddersChanged)),
  ];
}
