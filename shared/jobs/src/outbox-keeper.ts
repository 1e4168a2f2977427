import { eventKey } from '@hub/contracts';
import { type Clock, IdFactory, type SystemActor } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';

import { type OutboxState, outboxState, type ParkedEvent, parkedEvents } from './outbox-state';
import { RELAY } from './relay-options';

/** One outbox in the eyes of whoever keeps the hub: what waits, what is stuck, and how it is sent on its way again. */
export class OutboxKeeper {
  constructor(
    private readonly database: SubgraphDatabase,
    private readonly clock: Clock,
  ) {}

  state(): Promise<OutboxState> {
    return this.database.read(RELAY, (tx) => outboxState(tx, this.database.schema));
  }

  parked(): Promise<ParkedEvent[]> {
    return this.database.read(RELAY, (tx) => parkedEvents(tx, this.database.schema));
  }

  /** Puts parked events back, each with an act of its committee: all of them, or the one that is named. */
  async replay(eventId?: string): Promise<ParkedEvent[]> {
    const parked = await this.parked();
    const meant = parked.filter(({ id }) => eventId === undefined || id === eventId);
    const replayed: ParkedEvent[] = [];
    for (const event of meant) if (await this.#putBack(event)) replayed.push(event);
    return replayed;
  }

  /** False when somebody else was quicker. */
  #putBack(event: ParkedEvent): Promise<boolean> {
    const { schema } = this.database;
    const committeeId = event.committeeId;
    const actor: SystemActor = { side: 'system', committeeId, name: 'outbox-replay' };
    const act = { actor, requestId: actor.name, now: this.clock.now(), ids: new IdFactory(this.clock) };
    return this.database.transaction(act, async (tx) => {
      const changed = await tx.execute(
        `update ${schema}.outbox set parked_at = null, published_at = null, attempts = 0, error = null
         where committee_id = $1 and id = $2 and parked_at = $3`,
        [committeeId, event.id, event.parkedAt],
      );
      if (changed === 0) return false;
      const before = { event: eventKey({ name: event.event, version: event.version }), parkedAt: event.parkedAt };
      tx.audit({ action: 'replayEvent', objectType: 'event', objectId: event.id, before, after: { parkedAt: null } });
      return true;
    });
  }
}
