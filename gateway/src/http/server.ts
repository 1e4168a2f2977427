import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GatewayLimits } from './limits';

/** How often heads that dribble in are looked for, and how long nothing may move on a connection. */
const HEADERS_CHECK_MS = 5_000;
const SOCKET_IDLE_MS = 120_000;

/** Longer than the 60 s of common load balancers: who closes first must not be the one that is being written to. */
const KEEP_ALIVE_MS = 65_000;

export function createHttpServer(
  listener: RequestListener,
  { headersTimeoutMs, connections }: Pick<GatewayLimits, 'headersTimeoutMs' | 'connections'>,
): Server {
  const timeouts = {
    headersTimeout: headersTimeoutMs,
    connectionsCheckingInterval: Math.min(HEADERS_CHECK_MS, headersTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Bodies are timed where they are read, since an upload may take long.
    requestTimeout: 0,
  };
  const server = createServer(timeouts, listener);
  server.timeout = SOCKET_IDLE_MS;
  server.maxConnections = connections;
  return server;
}

export function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}
