import { type Clock, IdFactory, systemClock } from '@hub/core';
import { outsideOf } from '@hub/notify';
import {
  connectSignals,
  createLogger,
  createShutdown,
  type Logger,
  type Shutdown,
  startTracingIfAsked,
} from '@hub/runtime';

import { type OpenSubgraph, openSubgraph, type Subgraph } from '../subgraph';
import { type SubgraphEnv, subgraphEnv } from './subgraph.env';

const SHUTDOWN_MS = 30_000;

export interface AloneSubgraph {
  readonly subgraph: OpenSubgraph;
  readonly env: SubgraphEnv;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

/** What a server and a worker of one subgraph have in common: environment, log, database, an orderly end. */
export async function openAlone(definition: Subgraph, role: 'server' | 'worker'): Promise<AloneSubgraph> {
  const env = subgraphEnv();
  const clock = systemClock;
  const ids = new IdFactory(clock);
  const logger = createLogger({ name: `${definition.name}-${role}`, level: env.HUB_LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutMs: SHUTDOWN_MS });
  await startTracingIfAsked(env, `${definition.name}-${role}`, logger, shutdown);
  const signals = connectSignals({ kind: 'redis', url: env.HUB_REDIS_URL }, logger);
  shutdown.onShutdown('signals', () => signals.close());
  const subgraph = await openSubgraph(definition, {
    databaseUrl: env.HUB_DATABASE_URL,
    settings: {
      accessTokenKey: env.HUB_ACCESS_TOKEN_KEY,
      auditKey: env.HUB_AUDIT_KEY,
      auditDir: env.HUB_AUDIT_DIR,
      dataKeys: { versions: env.HUB_DATA_KEYS, search: env.HUB_SEARCH_KEY },
      secondFactor: env.HUB_SECOND_FACTOR,
      outside: outsideOf(env),
    },
    signals,
    clock,
    ids,
    reportFault: (err, requestId) => logger.error({ err, requestId }, 'fault in subgraph'),
  });
  shutdown.onShutdown('database', () => subgraph.close());
  return { subgraph, env, clock, ids, logger, shutdown };
}
