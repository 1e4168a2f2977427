import { IdFactory, systemClock } from '@hub/core';
import {
  type CallSubgraph,
  createExecutor,
  createGateway,
  internalErrorLog,
  loadSupergraph,
  openGate,
  type SubgraphResponse,
} from '@hub/gateway';
import { createLocalExecutor } from '@hub/graphql';
import type { SubgraphDatabase } from '@hub/persistence';
import { createLogger } from '@hub/runtime';
import { type DocumentNode, execute, type GraphQLSchema, graphql, parse } from 'graphql';

import { openPeers } from '../../../support/peers';
import { stubSchemas } from '../stub-schemas';
import { countAndLog } from './apollo.side';
import { openDoor } from './door';
import type { OpenSide, SideSetting } from './side.type';

/** All in one: this gateway, and the subgraphs as `npm start` runs them. */
export const openHubInProcess: OpenSide = (setting) => {
  const ids = new IdFactory(systemClock);
  const executors = new Map(
    [...stubSchemas()].map(([name, { schema }]) => {
      // Stubs read nothing.
      const host = { deps: null, database: null as unknown as SubgraphDatabase, clock: systemClock, ids };
      return [name, createLocalExecutor({ ...host, schema, reportFault: (error) => console.error(error) })];
    }),
  );
  return openHub(setting, (name, request, { actor, requestId, idempotencyKey }) => {
    const ask = executors.get(name);
    if (!ask) throw new Error(`no subgraph ${name}`);
    return ask(request, { actor, requestId, idempotencyKey });
  });
};

/** The same with graphql-js, over documents that are parsed once. */
export const openHubWithReference: OpenSide = (setting) => {
  const schemas = stubSchemas();
  const documents = new Map<string, DocumentNode>();
  return openHub(setting, async (name, { query, variables, operationName }) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const schema = schemas.get(name)?.schema as GraphQLSchema;
    return (await execute({ schema, document, variableValues: variables, operationName })) as SubgraphResponse;
  });
};

function openHub({ supergraph, accessTokenKey, actor }: SideSetting, callSubgraph: CallSubgraph) {
  const logger = createLogger({ name: 'gateway', level: 'info' });
  const executor = createExecutor({
    supergraph: loadSupergraph(supergraph),
    callSubgraph,
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
}

interface LocalRequest {
  readonly request: {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly operationName?: string;
  };
  readonly context: unknown;
}

/** @apollo/gateway over schemas of its process. The data source does what its LocalGraphQLDataSource does. */
export const openApolloInProcess: OpenSide = async (setting) => {
  const peers = openPeers();
  const { ApolloGateway } = peers('@apollo/gateway');
  const { ApolloServer } = peers('@apollo/server');
  const { startStandaloneServer } = peers('@apollo/server/standalone');
  const schemas = stubSchemas();
  const door = openDoor(setting);
  const buildService = ({ name }: { readonly name: string }) => ({
    process: ({ request: { query, variables, operationName }, context }: LocalRequest) =>
      graphql({
        schema: schemas.get(name)?.schema as GraphQLSchema,
        source: query,
        variableValues: variables,
        operationName,
        contextValue: context,
      }),
  });
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl: setting.supergraph, buildService }),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    plugins: [countAndLog(door)],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: ({ req }: { req: { headers: { authorization?: string } } }) => door.enter(req.headers.authorization),
  });
  return { port: Number(new URL(url).port) };
};
