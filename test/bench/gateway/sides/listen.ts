import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export function listen(listener: RequestListener): Promise<{ port: number }> {
  const server = createServer(listener);
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}
