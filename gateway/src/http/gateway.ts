import type { RequestListener } from 'node:http';

import { IdFactory, systemClock } from '@hub/core';
import { HttpDrain, plainEntries, traced } from '@hub/runtime';

import { exportsRoute } from '../exports';
import { logRequest } from '../observability/request-log';
import { NO_TELEMETRY } from '../observability/telemetry';
import { operationsRoutes } from '../operations/operations.route';
import { papersRoute } from '../papers';
import { anonymous, createAuthenticate } from '../security/authenticate';
import { followServices } from '../security/follow-services';
import { askAnewAfterMutations } from '../security/own-session';
import { ServiceTokens } from '../security/service-tokens';
import { SessionCache } from '../security/session-cache';
import { workbooksRoute } from '../workbooks';
import { createAnswer } from './answer-exchange';
import { answerClientError } from './client-error';
import { ratesByAddress } from './client-rates';
import { openExchange } from './exchange';
import { filesRoutes } from './files/files.route';
import type { Gateway, GatewayOptions } from './gateway.type';
import { graphiqlRoutes } from './graphiql/graphiql.route';
import { graphqlRoute } from './graphql/graphql.route';
import { healthRoutes } from './health.route';
import { DEFAULT_LIMITS } from './limits';
import { requestIdOf } from './request-id';
import { createRouter } from './router';
import { setSecurityHeaders } from './security-headers';
import { createHttpServer, listen } from './server';
import { DEFAULT_STREAM_LIMITS, SseAnswers, StreamRegistry, WsDoor } from './subscriptions';
import { endSession, followSessions } from './subscriptions/follow-sessions';

export function createGateway(options: GatewayOptions): Gateway {
  const { documents, files, development, logger, rates, clock = systemClock } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const sessions = new SessionCache(options.resolveSession, clock);
  const executor = askAnewAfterMutations(options.executor, sessions);
  const { accessTokenKey } = options;
  const serviceTokens = options.serviceTokens && new ServiceTokens(options.serviceTokens, clock, logger);
  const authenticate = accessTokenKey
    ? createAuthenticate({ accessTokenKey, sessions, serviceTokens, clock })
    : anonymous;
  const ids = new IdFactory(systemClock);
  const { telemetry = NO_TELEMETRY } = options;
  const streamLimits = { ...DEFAULT_STREAM_LIMITS, ...options.streamLimits };
  const ratesOf = ratesByAddress(rates, limits.trustedProxies);
  const registry = new StreamRegistry({ authenticate, clock, telemetry, limits: streamLimits });
  const websockets = new WsDoor({ executor, documents, registry, ratesOf, ids, logger });
  const forgetServices = () => {
    serviceTokens?.forgetAll();
    documents.forgetRegistered();
  };
  const listening = options.signals
    ? [followSessions(options.signals, sessions, registry), followServices(options.signals, forgetServices)]
    : [];

  const requestLog = plainEntries(logger);
  const listener: RequestListener = (request, response) => {
    const requestId = requestIdOf(request.headers['x-request-id'], ids);
    const exchange = openExchange(request, response, { requestId, slowReaderMs: limits.slowReaderMs });
    response.setHeader('x-request-id', exchange.requestId);
    setSecurityHeaders(response);
    response.once('close', () => logRequest(requestLog, exchange));
    drain.track(response);
    void traced('http request', { 'http.request.method': request.method ?? '' }, () => answer(exchange));
  };
  const server = createHttpServer(listener, limits);
  server.on('clientError', answerClientError(ids));
  server.on('upgrade', websockets.upgrade);
  const drain = new HttpDrain(server, { graceMs: limits.drainGraceMs, timeoutMs: limits.drainTimeoutMs });
  const router = createRouter([
    graphqlRoute({ executor, documents, authenticate, limits, ratesOf, streams: new SseAnswers(executor, registry) }),
    ...healthRoutes(options.isReady, () => drain.draining),
    ...(files ? filesRoutes(files, authenticate, limits) : []),
    ...(options.exports
      ? [exportsRoute({ ...options.exports, executor, documents, authenticate, limits, ratesOf, clock })]
      : []),
    ...(options.workbooks ? [workbooksRoute({ ...options.workbooks, authenticate, ratesOf, limits, clock })] : []),
    ...(options.papers ? [papersRoute({ ...options.papers, authenticate, ratesOf, limits, clock })] : []),
    ...(options.operations ? operationsRoutes(options.operations, { ...options, authenticate, ratesOf, clock }) : []),
    ...(development ? graphiqlRoutes(options.firstQuery) : []),
  ]);
  const answer = createAnswer(router, logger);

  return {
    listen: (port, host) => listen(server, port, host),
    async close() {
      registry.close();
      await Promise.all([drain.close(), websockets.close(limits.drainTimeoutMs)]);
      for (const stopListening of listening) stopListening();
      rates?.close();
    },
    forgetSession: (sessionId) => endSession(sessionId, sessions, registry),
    forgetServiceTokens: () => serviceTokens?.forgetAll(),
  };
}
