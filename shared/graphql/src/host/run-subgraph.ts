import { type DrainLimits, Health, startMetrics } from '@hub/runtime';

import type { Subgraph } from '../subgraph';
import { openAlone } from './open-alone';
import { operationMetrics, poolMetrics } from './operation-metrics';
import { createSubgraphServer } from './subgraph-server';

/** Time that running operations have to finish when it is told to stop. */
const DRAIN_MS = 15_000;

/** The main of a subgraph: its graph over HTTP, for gateways in other processes. */
export async function runSubgraph(definition: Subgraph): Promise<void> {
  const { subgraph, env, clock, ids, logger, shutdown } = await openAlone(definition, 'server');
  const health = new Health({ logger });
  health.check('database', () => subgraph.database.ping());
  const callerKey = env.HUB_CALLER_KEY;
  const metrics = await startMetrics(env, logger, shutdown);
  const plugins = metrics ? [operationMetrics(metrics)] : [];
  if (metrics) poolMetrics(metrics, subgraph.database);
  // Gateways do not use a connection that was idle for three seconds; a longer grace cuts none under a call.
  const drain: DrainLimits = { graceMs: env.HUB_DRAIN_GRACE_MS, timeoutMs: DRAIN_MS };
  const server = await createSubgraphServer({ subgraph, callerKey, clock, ids, health, logger, drain, plugins });
  shutdown.onShutdown('server', () => server.close());
  const { port } = await server.listen(env.HUB_SUBGRAPH_PORT, env.HUB_HOST);
  logger.info({ port }, 'subgraph is up');
}
