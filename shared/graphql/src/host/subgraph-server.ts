import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { type Clock, DomainError, type IdFactory } from '@hub/core';
import {
  CALLER_HEADER,
  type Caller,
  continueTrace,
  type DrainLimits,
  type Health,
  HttpDrain,
  type Logger,
  traced,
  verifyCaller,
} from '@hub/runtime';
import { GraphQLError } from 'graphql';

import { formatError, MASKED } from '../errors';
import { HubContext } from '../hub-context';
import type { AskedOperation } from '../inspection';
import type { OpenSubgraph } from '../subgraph';
import { asksForStream, StreamAnswers } from './answer-stream';
import { readJsonBody } from './read-json-body';

export interface SubgraphServerOptions {
  readonly subgraph: OpenSubgraph;
  /** HS256 key that gateways sign their calls with. */
  readonly callerKey: Uint8Array;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly health: Health;
  readonly logger: Logger;
  readonly drain: DrainLimits;
  readonly plugins?: readonly ApolloServerPlugin<HubContext>[];
}

export interface SubgraphServer {
  listen(port: number, host: string): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** One subgraph on @apollo/server: answers signed gateways and nobody else. */
export async function createSubgraphServer(options: SubgraphServerOptions): Promise<SubgraphServer> {
  const { subgraph, logger, health } = options;
  const apollo = new ApolloServer<HubContext>({
    schema: subgraph.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [closeReads, ApolloServerPluginInlineTraceDisabled(), ...(options.plugins ?? [])],
    formatError: (_, error) => formatError(asGraphQLError(error), '', (err) => logger.error({ err }, 'subgraph fault')),
  });
  await apollo.start();
  const server = createServer((request, response) => {
    drain.track(response);
    answer(request, response).catch((error: unknown) => refuse(response, error, logger));
  });

  const drain = new HttpDrain(server, options.drain);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/health/live') return sendJson(response, 200, health.liveness());
    if (request.url === '/health/ready') {
      const report = await health.readiness();
      return sendJson(response, report.ready ? 200 : 503, report);
    }
    return continueTrace(request.headers, () =>
      traced(`subgraph ${subgraph.name}`, {}, () => answerGraphQL(request, response)),
    );
  };

  const streams = new StreamAnswers(subgraph.subscribe);

  const answerGraphQL = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const caller = await callerOf(request, options);
    if (asksForStream(request)) return streams.answer(request, response, caller);
    const body = await readJsonBody(request);
    const context = await contextOf(caller, options, body);
    const {
      status,
      headers,
      body: answered,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'POST',
        headers: headerMap(request),
        search: '',
        body,
      },
      context: async () => context,
    });
    response.writeHead(status ?? 200, Object.fromEntries(headers));
    response.end(answered.kind === 'complete' ? answered.string : '');
  };

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve({ port: typeof address === 'object' && address ? address.port : port });
        });
      }),
    async close() {
      health.drain();
      streams.close();
      await drain.close();
      await apollo.stop();
    },
  };
}

function callerOf(request: IncomingMessage, { subgraph, callerKey, clock }: SubgraphServerOptions): Promise<Caller> {
  const header = request.headers[CALLER_HEADER];
  const token = Array.isArray(header) ? header[0] : header;
  return verifyCaller(token, subgraph.name, callerKey, clock);
}

function contextOf(
  caller: Caller,
  { subgraph, clock, ids }: SubgraphServerOptions,
  body: unknown,
): Promise<HubContext> {
  const { database, deps } = subgraph;
  return HubContext.open({ ...caller, database, deps, clock, ids }, operationOf(body));
}

/** What the body says it asks; Apollo judges whether it is an operation. */
function operationOf(body: unknown): AskedOperation {
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return {
    query: String(query ?? ''),
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}

/** The operation's read transaction ends with its answer, and errors learn which request they belong to. */
const closeReads: ApolloServerPlugin<HubContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        await contextValue.close();
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        singleResult.errors = singleResult.errors?.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId: contextValue.requestId },
        }));
      },
    };
  },
};

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('unexpected', { originalError: error as Error });
}

/** Before the graph is reached: a call that is not signed, or a body that is not JSON. */
function refuse(response: ServerResponse, error: unknown, logger: Logger): void {
  if (response.headersSent) {
    response.destroy();
  } else if (error instanceof DomainError) {
    const { kind: code, message, reason } = error;
    const status = code === 'UNAUTHENTICATED' ? 401 : 400;
    sendJson(response, status, { errors: [{ message, extensions: { code, reason } }] });
  } else {
    logger.error({ err: error }, 'subgraph host fault');
    sendJson(response, 500, { errors: [{ message: MASKED, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  }
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
