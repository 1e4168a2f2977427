import type { Clock } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';
import type { Gauge, Logger, MetricDescription, Metrics } from '@hub/runtime';

import type { JobSystem } from './job-system';
import { OutboxKeeper } from './outbox-keeper';

export interface WorkGaugesOptions {
  readonly jobs: JobSystem;
  /** Those whose outboxes this process relays; each queue has the name of its schema. */
  readonly databases: readonly SubgraphDatabase[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What waits in outboxes and queues. Each gauge reads for itself when it is asked for: they are asked side by side. */
export function workGauges(metrics: Metrics, options: WorkGaugesOptions): void {
  const { clock, jobs } = options;
  const stateOf = (database: SubgraphDatabase) => new OutboxKeeper(database, clock).state();
  const lag = {
    name: 'hub_outbox_lag_seconds',
    help: 'Age of the oldest event that not all who listen have dealt with.',
    labels: ['subgraph'],
  };
  readGauge(metrics, lag, options, async (gauge, database) => {
    const { oldestAt } = await stateOf(database);
    const ageMs = oldestAt ? Math.max(0, clock.now().getTime() - oldestAt.getTime()) : 0;
    gauge.set({ subgraph: database.schema }, ageMs / 1000);
  });
  const events = { name: 'hub_outbox_events', help: 'Events of the outbox.', labels: ['subgraph', 'state'] };
  readGauge(metrics, events, options, async (gauge, database) => {
    const { oldestAt, ...counts } = await stateOf(database);
    for (const [state, count] of Object.entries(counts)) gauge.set({ subgraph: database.schema, state }, count);
  });
  const depth = { name: 'hub_queue_jobs', help: 'Jobs in the queue.', labels: ['queue', 'state'] };
  readGauge(metrics, depth, options, async (gauge, { schema: queue }) => {
    for (const [state, count] of Object.entries(await jobs.queue(queue).depth())) gauge.set({ queue, state }, count);
  });
}

/** One that cannot be read keeps nobody from reading the others, and is absent: an old number would look like a calm one. */
function readGauge(
  metrics: Metrics,
  description: MetricDescription,
  { databases, logger }: WorkGaugesOptions,
  read: (gauge: Gauge, database: SubgraphDatabase) => Promise<void>,
): void {
  metrics.gauge(description, async (gauge) => {
    gauge.reset();
    for (const database of databases) {
      await read(gauge, database).catch((err: unknown) => {
        logger.warn({ err, subgraph: database.schema, metric: description.name }, 'work not measured');
      });
    }
  });
}
