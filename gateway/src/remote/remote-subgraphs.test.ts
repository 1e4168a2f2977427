import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ManualClock } from '@hub/core';
import { CALLER_HEADER, verifyCaller } from '@hub/runtime';

import type { RequestContext } from '../context';
import { type RemoteSubgraphs, remoteSubgraphs } from './remote-subgraphs';

const callerKey = new Uint8Array(32).fill(7);
const clock = new ManualClock('2020-10-15T01:00:00Z');
const request = { query: '{ a }', variables: { v: 1 }, operationName: null, kind: 'query' } as const;

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

let server: Server;
let remote: RemoteSubgraphs;
let answer: { status: number; body: string };
let seen: Seen[];

beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: '{"data":{"a":1}}' };
  server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    seen.push({ headers: incoming.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const urls = new Map([['dispatch', `http://127.0.0.1:${port}/graphql`]]);
  remote = remoteSubgraphs({ urls, callerKey, clock, maxResponseBytes: 1000 });
});

afterEach(async () => {
  await remote.close();
  await new Promise((resolve) => server.close(resolve));
});

const context = (signal = new AbortController().signal): RequestContext => ({
  requestId: 'r-1',
  actor: null,
  idempotencyKey: 'k-1',
  signal,
});

test('a call carries the operation and who stands behind it, signed for that subgraph', async () => {
  await expect(remote.call('dispatch', request, context())).resolves.toEqual({ data: { a: 1 } });
  expect(seen[0]?.body).toEqual({ query: '{ a }', variables: { v: 1 } });
  const token = seen[0]?.headers[CALLER_HEADER] as string;
  const caller = { actor: null, requestId: 'r-1', idempotencyKey: 'k-1' };
  await expect(verifyCaller(token, 'dispatch', callerKey, clock)).resolves.toEqual(caller);
});

test.each([
  ['a page of a proxy', { status: 502, body: '<html>' }],
  ['JSON that is no answer of a graph', { status: 200, body: '[]' }],
  ['an answer without data and errors', { status: 200, body: '{}' }],
  ['an answer beyond the limit', { status: 200, body: `{"data":{"a":"${'x'.repeat(2000)}"}}` }],
])('%s is a failed call', async (_, given) => {
  answer = given;
  await expect(remote.call('dispatch', request, context())).rejects.toThrow();
});

test('a call whose client has gone ends', async () => {
  await expect(remote.call('dispatch', request, context(AbortSignal.abort()))).rejects.toThrow();
});

test('a subgraph without an address is named', async () => {
  await expect(remote.call('dues', request, context())).rejects.toThrow('dues');
});
