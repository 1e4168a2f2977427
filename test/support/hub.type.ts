import type { ManualClock } from '@hub/core';
import type { SubgraphSettings } from '@hub/graphql';
import type { SupervisedProcess } from '@hub/infra/distributed/processes/supervised-process';
import type { Logger, LogLevel } from '@hub/runtime';

import type { HubClient } from './client';
import type { TestDatabase } from './database';

/** `distributed`: gateway, subgraphs and workers as processes of their own, from docker-compose.yml, over Redis. */
export type HubShape = 'one-process' | 'distributed';

/** The whole hub behind its port, as people meet it: gateway, subgraphs, relays and workers on a database of its own. */
export interface TestHub {
  readonly url: string;
  readonly database: TestDatabase;
  /** The time of every process of the hub. */
  readonly clock: ManualClock;
  /** Somebody who has not signed in. */
  readonly visitor: HubClient;
  signIn(loginName: string, password: string): Promise<HubClient>;
  /** Waits until every event that was emitted has been dealt with. */
  settled(): Promise<void>;
  /** Lets all come that a minute brings by itself, and waits until what follows has been dealt with. */
  sweep(): Promise<void>;
  /** Stops all that works by itself; the database stays and is the caller's, who may open a world on it. */
  leaveDatabase(): Promise<TestDatabase>;
  close(): Promise<void>;
}

/** The same in its distributed shape, where a process can be taken away. */
export interface DistributedTestHub extends TestHub {
  /** By the name of its service in docker-compose.yml. */
  process(name: string): SupervisedProcess;
}

export interface TestHubOptions {
  readonly shape?: HubShape;
  readonly at?: string;
  /** Starts with the demo committee: its units, groups and people. */
  readonly committee?: boolean;
  /** What is set otherwise than in every test; of the hub in one process. */
  readonly settings?: Partial<SubgraphSettings>;
  /** Rows that a person may export without a second one. */
  readonly exportRowsAlone?: number;
  /** Of the hub in one process; the others write theirs to standard error. */
  readonly logger?: Logger;
}

export interface DistributedHubOptions extends TestHubOptions {
  /** For whoever watches its readiness while it stops. */
  readonly drainGraceMs?: number;
  /** What its processes write to standard error: for tests in which errors are expected. */
  readonly logLevel?: LogLevel;
}
