import { Pool } from 'undici';

import { openPeers } from '../../../support/peers';
import { type Door, openDoor, type Visit } from './door';
import type { OpenSide } from './side.type';

interface DataSourceRequest {
  readonly request: { readonly http: { readonly headers: { set(name: string, value: string): void } } };
  /** Empty for the gateway's own questions at its start. */
  readonly context: Partial<Visit>;
}

interface ResponseContext {
  readonly contextValue: Visit;
  readonly operationName?: string | null;
}

/** @apollo/gateway on @apollo/server's own HTTP server, as its documentation sets it up. */
export const openApollo: OpenSide = (setting) => open(setting, () => undefined);

/** The same with undici instead of its default fetcher. */
export const openApolloWithUndici: OpenSide = (setting) => {
  const pools = new Map<string, Pool>();
  return open(setting, (url) => {
    const { origin, pathname } = new URL(url);
    const pool = pools.get(origin) ?? new Pool(origin, { connections: 32 });
    pools.set(origin, pool);
    return async (_, { method, headers, body }) => {
      const answer = await pool.request({ path: pathname, method: (method ?? 'POST') as 'POST', headers, body });
      return {
        ok: answer.statusCode < 400,
        status: answer.statusCode,
        headers: new Headers(answer.headers as Record<string, string>),
        text: () => answer.body.text(),
        json: () => answer.body.json(),
      };
    };
  });
};

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

type Fetcher = (url: string, options: FetchOptions) => Promise<object>;

async function open(
  setting: Parameters<OpenSide>[0],
  fetcherFor: (url: string) => Fetcher | undefined,
): Promise<{ port: number }> {
  const peers = openPeers();
  const { ApolloGateway, RemoteGraphQLDataSource } = peers('@apollo/gateway');
  const { ApolloServer } = peers('@apollo/server');
  const { startStandaloneServer } = peers('@apollo/server/standalone');
  const door = openDoor(setting);

  const buildService = ({ name, url }: { readonly name: string; readonly url: string }) => {
    const fetcher = fetcherFor(url);
    return new RemoteGraphQLDataSource({
      url,
      ...(fetcher ? { fetcher } : {}),
      async willSendRequest({ request, context }: DataSourceRequest) {
        if (context.requestId !== undefined) request.http.headers.set(...door.sign(context as Visit, name));
      },
    });
  };
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
}

export const countAndLog = (door: Door) => ({
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, operationName }: ResponseContext) {
        door.leave(contextValue, operationName ?? null, 200);
      },
    };
  },
});
