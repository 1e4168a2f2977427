import { systemClock } from '@hub/core';
import {
  createExecutor,
  createGateway,
  internalErrorLog,
  loadSupergraph,
  openGate,
  remoteSubgraphs,
} from '@hub/gateway';
import { createLogger } from '@hub/runtime';

import type { OpenSide } from './side.type';

/** This gateway, assembled as its own main does. */
export const openHubSide: OpenSide = async ({ supergraph: sdl, urls, accessTokenKey, callerKey, actor }) => {
  const logger = createLogger({ name: 'gateway', level: 'info' });
  const subgraphs = remoteSubgraphs({
    urls: new Map(Object.entries(urls)),
    callerKey: Buffer.from(callerKey, 'hex'),
    clock: systemClock,
  });
  const executor = createExecutor({
    supergraph: loadSupergraph(sdl),
    callSubgraph: subgraphs.call,
    introspection: false,
    onInternalError: internalErrorLog(logger),
  });
  const gateway = createGateway({
    executor,
    documents: openGate('open'),
    resolveSession: async () => actor,
    accessTokenKey: Buffer.from(accessTokenKey, 'hex'),
    development: false,
    logger,
    isReady: async () => ({ ready: true, checks: [] }),
  });
  return gateway.listen(0, '127.0.0.1');
};
