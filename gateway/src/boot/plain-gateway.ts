import { createLogger, createShutdown, Health, type Logger, startMetrics, startTracingIfAsked } from '@hub/runtime';

import { DocumentGate } from '../documents';
import type { PlainGatewayEnv } from '../gateway.env';
import { createGateway, type Gateway } from '../http';
import { NO_TELEMETRY, observeExecutor, prometheusTelemetry, type Telemetry } from '../observability';
import { executorLimits, NO_COST_CEILINGS } from '../security/limits';
import { openRemoteSupergraph } from './remote-supergraph';

const SHUTDOWN_MS = 30_000;

export interface PlainGateway extends Pick<Gateway, 'listen' | 'close'> {
  /** Takes over the supergraph as it is kept now. */
  reload(): Promise<void>;
}

export async function startPlainGateway(env: PlainGatewayEnv): Promise<void> {
  const logger = createLogger({ name: 'gateway', level: env.HUB_LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutMs: SHUTDOWN_MS });
  await startTracingIfAsked(env, 'gateway', logger, shutdown);
  const metrics = await startMetrics(env, logger, shutdown);
  const gateway = await openPlainGateway(env, logger, metrics ? prometheusTelemetry(metrics) : NO_TELEMETRY);
  shutdown.onShutdown('gateway', () => gateway.close());
  process.on('SIGHUP', () => void gateway.reload());
  const { port } = await gateway.listen(env.HUB_PORT, env.HUB_HOST);
  logger.info({ port }, 'plain gateway is up');
}

/** A gateway before any federated graph, with nothing of the hub's: no sessions, no signed caller, no files. */
export async function openPlainGateway(
  env: PlainGatewayEnv,
  logger: Logger,
  telemetry: Telemetry = NO_TELEMETRY,
): Promise<PlainGateway> {
  const introspection = env.HUB_INTROSPECTION ? env.HUB_INTROSPECTION === '1' : env.NODE_ENV === 'development';
  const limits = executorLimits(env, NO_COST_CEILINGS);
  const supergraph = await openRemoteSupergraph(env, { callerKey: null, introspection, limits, logger, telemetry });
  const health = new Health({ logger });
  const gateway = createGateway({
    documents: new DocumentGate('open', { find: async () => null, named: async () => null }),
    executor: observeExecutor(supergraph.graph.executor, { telemetry, logger, slowMs: env.HUB_SLOW_MS }),
    telemetry,
    resolveSession: async () => null,
    accessTokenKey: null,
    development: introspection,
    logger,
    isReady: () => health.readiness(),
    limits: { drainGraceMs: env.HUB_DRAIN_GRACE_MS },
  });
  return {
    listen: (port, host) => gateway.listen(port, host),
    reload: () => supergraph.reload(),
    close: async () => {
      await gateway.close();
      await supergraph.close();
    },
  };
}
