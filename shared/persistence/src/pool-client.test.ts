import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';

import { Pool } from 'pg';

import { keepProcessAlive } from './pool-client';

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

/** What a server says that is told to stop at the moment somebody has signed in: all in one packet. */
const GREETING_AND_END = Buffer.concat([
  message('R', Buffer.from([0, 0, 0, 0])),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')),
]);

let server: Server;

beforeAll(async () => {
  server = createServer((socket) => socket.once('data', () => socket.end(GREETING_AND_END)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a server that ends a connection as it greets it fails the query and not the process', async () => {
  const { port } = server.address() as AddressInfo;
  const pool = new Pool({ host: '127.0.0.1', port, user: 'hub', password: 'x', onConnect: keepProcessAlive });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  await pool.end();
});
