import type { EventRoutes } from '@hub/contracts';
import { type Clock, IdFactory, NO_COMMITTEE, type SystemActor } from '@hub/core';
import type { ActOptions, SubgraphDatabase } from '@hub/persistence';
import type { Logger } from '@hub/runtime';

import type { JobSystem } from './job-system';

export interface OutboxRelayOptions {
  readonly database: SubgraphDatabase;
  readonly jobs: JobSystem;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly routes?: EventRoutes;
  readonly pollMs?: number;
  readonly batchSize?: number;
}

/** An outbox has the rows of every committee, and the relay reads them all: it acts for none. */
export const RELAY: SystemActor = {
  side: 'system',
  committeeId: NO_COMMITTEE,
  name: 'outbox-relay',
};

export const DEFAULT_POLL_MS = 250;
export const DEFAULT_BATCH_SIZE = 200;
/** How soon a database or a queue that failed is asked again. */
export const FAILURE_PAUSE_MS = 2000;

export function relayAct(clock: Clock): ActOptions {
  return { actor: RELAY, requestId: RELAY.name, now: clock.now(), ids: new IdFactory(clock) };
}
