import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { DomainError, IdFactory, systemClock } from '@hub/core';

import { internalErrorLog } from '../observability/internal-error-log';
import { logRequest } from '../observability/request-log';
import { createAuthenticate } from '../security/authenticate';
import { SessionCache } from '../security/session-cache';
import { Drain } from './drain';
import { type Exchange, openExchange } from './exchange';
import { filesRoutes } from './files/files.route';
import type { Gateway, GatewayOptions } from './gateway.type';
import { graphiqlRoutes } from './graphiql/graphiql.route';
import { graphqlRoute } from './graphql/graphql.route';
import { healthRoutes } from './health.route';
import { DEFAULT_LIMITS } from './limits';
import { requestIdOf } from './request-id';
import { createRouter, type Route } from './router';
import { setSecurityHeaders } from './security-headers';
import { sendError } from './send-error';

/** A request head that dribbles in, and a connection on which nothing moves, are given up after these. */
const HEADERS_TIMEOUT_MS = 10_000;
const SOCKET_IDLE_MS = 120_000;
/** Longer than the 60 s of common load balancers: who closes first must not be the one that is being written to. */
const KEEP_ALIVE_MS = 65_000;

export function createGateway(options: GatewayOptions): Gateway {
  const { logger, clock = systemClock } = options;
  const ids = new IdFactory(systemClock);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const sessions = new SessionCache(options.resolveSession, clock);
  const authenticate = createAuthenticate({ accessTokenKey: options.accessTokenKey, sessions, clock });
  const logInternalError = internalErrorLog(logger);

  // Bodies are timed where they are read, since an upload may take long: hence no request timeout of the server.
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS },
    answer,
  );
  server.timeout = SOCKET_IDLE_MS;
  const drain = new Drain(server, limits);

  const routes: Route[] = [
    graphqlRoute({ executor: options.executor, authenticate, limits }),
    ...healthRoutes(options.isReady, () => drain.draining),
    ...(options.files ? filesRoutes(options.files, authenticate, limits) : []),
    ...(options.development ? graphiqlRoutes(options.firstQuery) : []),
  ];
  const route = createRouter(routes);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = openExchange(
      request,
      response,
      requestIdOf(request.headers['x-request-id'], () => ids.next()),
    );
    response.setHeader('x-request-id', exchange.requestId);
    setSecurityHeaders(response);
    response.once('close', () => logRequest(logger, exchange));
    drain.track(exchange);
    await route(exchange).catch((error: unknown) => answerError(exchange, error));
  }

  async function answerError(exchange: Exchange, error: unknown): Promise<void> {
    const { aborted } = exchange.signal;
    if (isFaultOfOurs(error) && !(aborted && isDeparture(error))) logInternalError(error, exchange);
    if (!aborted) await sendError(exchange, error);
  }

  return {
    listen: (port, host) => listen(server, port, host),
    close: () => drain.close(),
    forgetSession: (sessionId) => sessions.forget(sessionId),
  };
}

/** A refusal is the client's; one with a cause hides a fault behind it. */
function isFaultOfOurs(error: unknown): boolean {
  return !(error instanceof DomainError) || error.cause !== undefined;
}

/** What streams and cancelled calls raise when the client leaves: nobody's fault. */
function isDeparture(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
  );
}

function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}
