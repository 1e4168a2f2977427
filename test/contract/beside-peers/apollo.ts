import { openPeers } from '../../support/peers';

/** One subgraph call of theirs. */
export interface PeerCall {
  readonly request: { readonly query: string; readonly variables?: Record<string, unknown> };
  readonly context: { readonly [key: string]: unknown };
}

export type CallAsPeer = (subgraph: string, call: PeerCall) => Promise<{ data?: unknown; errors?: readonly unknown[] }>;

export interface PeerGateway {
  ask(query: string, variables: Record<string, unknown>): Promise<{ data?: unknown; errors?: readonly PeerError[] }>;
  stop(): Promise<void>;
}

export interface PeerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** @apollo/gateway under @apollo/server, with the subgraphs in this process. */
export async function openApolloInProcess(supergraphSdl: string, call: CallAsPeer): Promise<PeerGateway> {
  const peers = openPeers();
  const { ApolloGateway } = peers('@apollo/gateway');
  const { ApolloServer } = peers('@apollo/server');
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const server = new ApolloServer({
    gateway: new ApolloGateway({
      supergraphSdl,
      logger: silent,
      buildService: ({ name }: { readonly name: string }) => ({
        process: async ({ request, context }: PeerCall) =>
          JSON.parse(JSON.stringify(await call(name, { request, context }))),
      }),
    }),
    logger: silent,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  return {
    async ask(query, variables) {
      const { body } = await server.executeOperation({ query, variables }, { contextValue: {} });
      return JSON.parse(JSON.stringify(body.singleResult));
    },
    stop: () => server.stop(),
  };
}

function ignore(): void {}
