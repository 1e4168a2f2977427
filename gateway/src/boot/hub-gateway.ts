import { systemClock } from '@hub/core';
import { connectSignals, createLogger, createShutdown, Health, startMetrics, startTracingIfAsked } from '@hub/runtime';

import { documentMode, hubDocuments } from '../documents';
import type { HubGatewayEnv } from '../gateway.env';
import { createGateway, LocalFileStore, subgraphFiles } from '../http';
import { NO_TELEMETRY, observeExecutor, prometheusTelemetry } from '../observability';
import { createRateLimiter, executorLimits, rateLimitsOf, sessionResolver } from '../security';
import { checkedDoor, openDashboards } from './dashboards';
import { openRemoteSupergraph } from './remote-supergraph';

const SHUTDOWN_MS = 30_000;

/** The hub's gateway in front of subgraphs in other processes. */
export async function startHubGateway(env: HubGatewayEnv): Promise<void> {
  const logger = createLogger({ name: 'gateway', level: env.HUB_LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutMs: SHUTDOWN_MS });
  const development = env.NODE_ENV === 'development';
  await startTracingIfAsked(env, 'gateway', logger, shutdown);
  const metrics = await startMetrics(env, logger, shutdown);
  const telemetry = metrics ? prometheusTelemetry(metrics) : NO_TELEMETRY;
  const documents = hubDocuments(systemClock);
  const supergraph = await openRemoteSupergraph(env, {
    callerKey: env.HUB_CALLER_KEY,
    introspection: development,
    door: checkedDoor(documents),
    limits: executorLimits(env),
    logger,
    telemetry,
  });
  process.on('SIGHUP', () => void supergraph.reload());
  shutdown.onShutdown('subgraphs', () => supergraph.close());
  const { call } = supergraph.graph;
  const executor = observeExecutor(supergraph.graph.executor, { telemetry, logger, slowMs: env.HUB_SLOW_MS });
  const resolveSession = sessionResolver(call);
  const health = new Health({ logger });
  // Nobody can be recognised without organization: a gateway that cannot reach it should get no traffic.
  health.check('sessions', () => resolveSession('none'));
  const store = env.HUB_FILES_DIR ? await LocalFileStore.open({ directory: env.HUB_FILES_DIR }) : null;
  const mode = documentMode(env);
  if (mode === 'open' && !development) logger.warn('any document runs: HUB_DOCUMENTS is open');
  const signals = env.HUB_REDIS_URL ? connectSignals({ kind: 'redis', url: env.HUB_REDIS_URL }, logger) : null;
  if (signals) shutdown.onShutdown('signals', () => signals.close());
  const dashboards = openDashboards({
    call,
    mode,
    schema: () => supergraph.graph.current.schema,
    documents,
  });
  const rates = createRateLimiter({ limits: rateLimitsOf(env), redisUrl: env.HUB_REDIS_URL ?? null, logger });
  const gateway = createGateway({
    ...dashboards,
    executor,
    telemetry,
    resolveSession,
    accessTokenKey: env.HUB_ACCESS_TOKEN_KEY,
    development,
    logger,
    isReady: () => health.readiness(),
    ...(signals ? { signals } : {}),
    limits: {
      drainGraceMs: env.HUB_DRAIN_GRACE_MS,
      trustedProxies: env.HUB_TRUSTED_PROXIES,
      exportRowsAlone: env.HUB_EXPORT_ROWS_ALONE,
    },
    rates,
    ...(store ? { files: subgraphFiles(call, store) } : {}),
  });
  shutdown.onShutdown('gateway', () => gateway.close());
  const { port } = await gateway.listen(env.HUB_PORT, env.HUB_HOST);
  logger.info({ port }, 'gateway is up');
}
