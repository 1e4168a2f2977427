import { systemClock } from '@hub/core';
import type { Logger } from '@hub/runtime';

import type { CommonGatewayEnv } from '../gateway.env';
import { internalErrorLog, type Telemetry } from '../observability';
import { openRemoteGraph, type RemoteGraphOptions } from '../reload';
import type { ExecutorLimits } from '../security/limits';
import { placeSubgraphs } from '../subgraph-addresses';
import { callTimeout } from '../subgraph-timeouts';
import { readSupergraph } from '../supergraph';

interface RemoteSupergraphOptions extends Pick<RemoteGraphOptions, 'door'> {
  readonly callerKey: Uint8Array | null;
  readonly introspection: boolean;
  readonly limits: ExecutorLimits;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
}

/** The graph of the environment's supergraph, served from other processes and replaced when the supergraph is. */
export function openRemoteSupergraph(env: CommonGatewayEnv, options: RemoteSupergraphOptions) {
  const { callerKey, introspection, limits, door, logger, telemetry } = options;
  return openRemoteGraph({
    read: () => readSupergraph(env.HUB_SUPERGRAPH),
    pollMs: env.HUB_SUPERGRAPH_POLL_MS,
    place: (urls) => placeSubgraphs(urls, env.HUB_SUBGRAPH_URLS),
    remote: {
      callerKey,
      clock: systemClock,
      timeoutMs: callTimeout(env),
      timeouts: env.HUB_SUBGRAPH_TIMEOUTS,
    },
    ...(door ? { door } : {}),
    executor: { ...limits, introspection, onInternalError: internalErrorLog(logger) },
    logger,
    telemetry,
  });
}
