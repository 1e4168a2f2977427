import { queueConnections } from '@hub/jobs';
import { POOL_SIZE } from '@hub/persistence';
import { SIGNAL_CONNECTIONS } from '@hub/runtime';

import type { HubShape } from '../support';
import { SUBGRAPHS } from '../support/subgraphs';

/** Owner's connections of a migration: one schema after another, then the queues. */
const MIGRATION = 2;

export interface ConnectionBudget {
  readonly pools: number;
  readonly queues: number;
  readonly signals: number;
  readonly migration: number;
}

/** What each shape may take of Postgres at most; in the distributed one, queues and signals are in Redis. */
export const CONNECTION_BUDGET: Readonly<Record<HubShape, ConnectionBudget>> = {
  'one-process': {
    pools: SUBGRAPHS.length * POOL_SIZE,
    queues: queueConnections(SUBGRAPHS.length),
    signals: SIGNAL_CONNECTIONS,
    migration: MIGRATION,
  },
  // A server and a worker each.
  distributed: { pools: 2 * SUBGRAPHS.length * POOL_SIZE, queues: 0, signals: 0, migration: MIGRATION },
};

export const sumOf = ({ pools, queues, signals, migration }: ConnectionBudget): number =>
  pools + queues + signals + migration;
