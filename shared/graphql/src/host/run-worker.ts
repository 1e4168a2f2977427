import { JobSystem, measuredJobs, OutboxRelay, workGauges } from '@hub/jobs';
import { startMetrics } from '@hub/runtime';

import type { Subgraph } from '../subgraph';
import { openAlone } from './open-alone';
import { poolMetrics } from './operation-metrics';

/** The worker of a subgraph: relays its outbox and does its jobs, apart from requests. */
export async function runWorker(definition: Subgraph): Promise<void> {
  const { subgraph, env, clock, logger, shutdown } = await openAlone(definition, 'worker');
  const metrics = await startMetrics(env, logger, shutdown);
  if (metrics) poolMetrics(metrics, subgraph.database);
  const jobs = new JobSystem(
    { kind: 'redis', url: env.HUB_REDIS_URL },
    logger,
    metrics ? measuredJobs(metrics) : undefined,
  );
  if (metrics) workGauges(metrics, { jobs, databases: [subgraph.database], clock, logger });
  // An orderly end leaves nothing that no checkpoint has seen.
  shutdown.onShutdown('checkpoint', () => subgraph.trail.checkpoint());
  shutdown.onShutdown('jobs', () => jobs.close());
  jobs.work(subgraph.name, subgraph.jobs);
  jobs.keepTime(subgraph.name, subgraph.timetable);
  const relay = new OutboxRelay({ database: subgraph.database, jobs, clock, logger });
  relay.start();
  shutdown.onShutdown('relay', () => relay.close());
  logger.info({ jobs: subgraph.jobs.length }, 'worker is up');
}
