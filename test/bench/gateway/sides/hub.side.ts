import { systemClock } from '@hub/core';
import {
  createExecutor,
  createGateway,
  createRateLimiter,
  executorLimits,
  internalErrorLog,
  limitSettings,
  loadSupergraph,
  observeExecutor,
  openGate,
  prometheusTelemetry,
  remoteSubgraphs,
} from '@hub/gateway';
import { createLogger, openMetrics } from '@hub/runtime';
import { z } from 'zod';

import type { OpenSide } from './side.type';

/** Nobody is refused, and everything is counted. */
const NO_END = Number.MAX_SAFE_INTEGER;
const SLOW_MS = 60_000;

/** This gateway, assembled as its own main does: with limits, rates and metrics, which most of the others do without. */
export const openHubSide: OpenSide = async ({ supergraph: sdl, urls, accessTokenKey, callerKey, actor }) => {
  const logger = createLogger({ name: 'gateway', level: 'info' });
  const telemetry = prometheusTelemetry(await openMetrics());
  const subgraphs = remoteSubgraphs({
    urls: new Map(Object.entries(urls)),
    callerKey: Buffer.from(callerKey, 'hex'),
    clock: systemClock,
    telemetry,
  });
  const inner = createExecutor({
    ...executorLimits(z.object(limitSettings).parse({})),
    supergraph: loadSupergraph(sdl),
    callSubgraph: subgraphs.call,
    introspection: false,
    onInternalError: internalErrorLog(logger),
    telemetry,
  });
  const gateway = createGateway({
    executor: observeExecutor(inner, { telemetry, logger, slowMs: SLOW_MS }),
    telemetry,
    rates: createRateLimiter({
      limits: { address: NO_END, actor: NO_END, token: NO_END, signIns: NO_END },
      redisUrl: null,
      logger,
    }),
    documents: openGate('open'),
    resolveSession: async () => actor,
    accessTokenKey: Buffer.from(accessTokenKey, 'hex'),
    development: false,
    logger,
    isReady: async () => ({ ready: true, checks: [] }),
  });
  return gateway.listen(0, '127.0.0.1');
};
