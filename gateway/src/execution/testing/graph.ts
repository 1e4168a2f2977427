import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Actor } from '@hub/core';
import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  subscribe,
  validate,
} from 'graphql';
import type { CallSubgraph, RequestContext, SubgraphRequest, SubgraphResponse, SubscribeSubgraph } from '../../context';
import { composeSupergraph, loadSupergraph } from '../../supergraph';
import { createExecutor, type ExecutorOptions } from '../executor';
import type { GatewayExecutor, GraphQLRequest } from '../executor.type';
import { overTheWire } from './wire';

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override",
  "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"
])`;

// biome-ignore lint/suspicious/noExplicitAny: the type of resolver maps in @apollo/subgraph.
type Resolver = GraphQLFieldResolver<any, any> | ((...args: any[]) => unknown);
type EventSource = {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly subscribe: (...args: any[]) => AsyncIterable<unknown>;
  readonly resolve?: Resolver;
};
export type Resolvers = Record<string, Record<string, Resolver | EventSource>>;

export interface TestSubgraph {
  readonly sdl: string;
  readonly resolvers?: Resolvers;
}

export interface SubgraphCall extends SubgraphRequest {
  readonly subgraph: string;
}

/** Answers instead of the subgraph; undefined lets the subgraph answer. */
export type Interception = (call: SubgraphCall) => SubgraphResponse | Promise<SubgraphResponse> | undefined;

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back.
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly requestError: boolean;
}

export interface WatchOptions {
  readonly variables: Record<string, unknown>;
  readonly context: RequestContext;
  readonly renew: () => Promise<RequestContext | null>;
}

export interface TestGraph {
  readonly executor: GatewayExecutor;
  readonly calls: SubgraphCall[];
  readonly internalErrors: unknown[];
  ask(query: string, variables?: Record<string, unknown>, options?: Partial<GraphQLRequest>): Promise<Answer>;
  /** The answers of a subscription; a refusal is the only one. */
  watch(query: string, options?: Partial<WatchOptions>): AsyncGenerator<Answer, void, undefined>;
}

export function requestContext(actor: Actor | null = null): RequestContext {
  return { requestId: 'request-1', actor, idempotencyKey: null, signal: new AbortController().signal };
}

export interface GraphOptions extends Pick<ExecutorOptions, 'guard' | 'limits'> {
  readonly introspection?: boolean;
  readonly intercept?: Interception;
  readonly actor?: Actor | null;
}

/** A gateway over real graphql-js subgraphs in this process, with bytes between them as over a wire. */
export function createGraph(subgraphs: Readonly<Record<string, TestSubgraph>>, options: GraphOptions = {}): TestGraph {
  const calls: SubgraphCall[] = [];
  const internalErrors: unknown[] = [];
  const schemas = schemasOf(subgraphs);
  const executor = createExecutor({
    supergraph: loadSupergraph(composeSupergraph(definitions(subgraphs))),
    callSubgraph: recordingCalls(schemas, calls, options.intercept),
    subscribeSubgraph: subscriptions(schemas),
    resubscribeAfterMs: [0],
    introspection: options.introspection ?? true,
    guard: options.guard,
    limits: options.limits,
    onInternalError: (error) => internalErrors.push(error),
  });
  const ask = async (query: string, variables?: Record<string, unknown>, rest: Partial<GraphQLRequest> = {}) => {
    const request = { query, variables, ...rest };
    const { body, requestError } = await executor.execute(request, requestContext(options.actor), {
      allowMutations: true,
    });
    return { ...(JSON.parse(String(body)) as Omit<Answer, 'requestError'>), requestError };
  };
  async function* watch(query: string, options: Partial<WatchOptions> = {}): AsyncGenerator<Answer, void, undefined> {
    const { variables, context = requestContext(), renew = async () => context } = options;
    const outcome = await executor.stream({ query, variables }, context, { allowMutations: true, renew });
    if (!('answers' in outcome)) {
      yield { ...(JSON.parse(String(outcome.body)) as Answer), requestError: outcome.requestError };
      return;
    }
    for await (const text of outcome.answers) yield { ...(JSON.parse(text) as Answer), requestError: false };
  }
  return { executor, calls, internalErrors, ask, watch };
}

function definitions(subgraphs: Readonly<Record<string, TestSubgraph>>) {
  return Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: `http://${name}.test`, sdl: LINK + sdl }));
}

function schemasOf(subgraphs: Readonly<Record<string, TestSubgraph>>): ReadonlyMap<string, GraphQLSchema> {
  return new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(LINK + sdl), resolvers: resolvers as never }),
    ]),
  );
}

function subscriptions(schemas: ReadonlyMap<string, GraphQLSchema>): SubscribeSubgraph {
  return async function* (subgraph, { query, variables }, { signal }) {
    const schema = schemas.get(subgraph) as GraphQLSchema;
    const results = await subscribe({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: { signal },
    });
    const events = Symbol.asyncIterator in results ? results : [results];
    for await (const result of events) yield JSON.parse(JSON.stringify(result)) as SubgraphResponse;
  };
}

function recordingCalls(
  schemas: ReadonlyMap<string, GraphQLSchema>,
  calls: SubgraphCall[],
  intercept: Interception | undefined,
): CallSubgraph {
  return async (subgraph, request) => {
    const call = { subgraph, ...request };
    calls.push(call);
    const response = (await intercept?.(call)) ?? (await answer(schemas.get(subgraph) as GraphQLSchema, request));
    return overTheWire(response, request);
  };
}

async function answer(schema: GraphQLSchema, request: SubgraphRequest): Promise<ExecutionResult> {
  const document = parse(request.query);
  const invalid = validate(schema, document);
  return invalid.length > 0
    ? { errors: invalid }
    : execute({ schema, document, variableValues: request.variables, contextValue: {} });
}
