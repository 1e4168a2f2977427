import { systemClock } from '@hub/core';
import type { Subgraph } from '@hub/graphql';
import { JobSystem, OutboxKeeper } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

import { type HubStores, withHubDatabases } from '../hub-databases';

export interface HubJobs {
  readonly queues: JobSystem;
  /** A subgraph's database. */
  readonly enter: HubStores['enter'];
  /** Each outbox is entered under its own subgraph's login role. */
  enterOutbox<T>(subgraph: Subgraph, work: (outbox: OutboxKeeper) => Promise<T>): Promise<T>;
}

/** Outboxes and queues of the hub that the environment names, which may be running. */
export async function withHubJobs<T>(work: (jobs: HubJobs) => Promise<T>): Promise<T> {
  return withHubDatabases(async (hub) => {
    const queues = new JobSystem(hub.queue, createLogger({ name: 'jobs', level: 'silent' }));
    try {
      return await work({ queues, enter: hub.enter, enterOutbox: enterOutbox(hub) });
    } finally {
      await queues.close();
    }
  });
}

const enterOutbox =
  (hub: HubStores): HubJobs['enterOutbox'] =>
  (subgraph, work) =>
    hub.enter(subgraph, (database) => work(new OutboxKeeper(database, systemClock)));
