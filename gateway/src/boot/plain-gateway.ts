import { systemClock } from '@hub/core';
import { createLogger, createShutdown, Health, type Logger } from '@hub/runtime';

import { DocumentGate } from '../documents';
import { createExecutor } from '../execution';
import type { PlainGatewayEnv } from '../gateway.env';
import { createGateway, type Gateway } from '../http';
import { internalErrorLog } from '../observability';
import { remoteSubgraphs } from '../remote/remote-subgraphs';
import { placeSubgraphs } from '../subgraph-addresses';
import { loadSupergraph, readSupergraph } from '../supergraph';

const SHUTDOWN_MS = 30_000;

export type PlainGateway = Pick<Gateway, 'listen' | 'close'>;

export async function startPlainGateway(env: PlainGatewayEnv): Promise<void> {
  const logger = createLogger({ name: 'gateway', level: env.HUB_LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutMs: SHUTDOWN_MS });
  const gateway = await openPlainGateway(env, logger);
  shutdown.onShutdown('gateway', () => gateway.close());
  const { port } = await gateway.listen(env.HUB_PORT, env.HUB_HOST);
  logger.info({ port }, 'plain gateway is up');
}

/** A gateway before any federated graph, with nothing of the hub's: no sessions, no signed caller, no files. */
export async function openPlainGateway(env: PlainGatewayEnv, logger: Logger): Promise<PlainGateway> {
  const introspection = env.HUB_INTROSPECTION ? env.HUB_INTROSPECTION === '1' : env.NODE_ENV === 'development';
  const supergraph = loadSupergraph(await readSupergraph(env.HUB_SUPERGRAPH));
  const urls = placeSubgraphs(supergraph.urls, env.HUB_SUBGRAPH_URLS);
  const subgraphs = remoteSubgraphs({ urls, callerKey: null, clock: systemClock });
  const health = new Health({ logger });
  const gateway = createGateway({
    documents: new DocumentGate('open', { find: async () => null }),
    executor: createExecutor({
      supergraph,
      callSubgraph: subgraphs.call,
      introspection,
      onInternalError: internalErrorLog(logger),
    }),
    resolveSession: async () => null,
    accessTokenKey: null,
    development: introspection,
    logger,
    isReady: () => health.readiness(),
  });
  return {
    listen: (port, host) => gateway.listen(port, host),
    close: async () => {
      await gateway.close();
      await subgraphs.close();
    },
  };
}
