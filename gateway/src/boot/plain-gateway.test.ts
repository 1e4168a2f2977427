import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { CALLER_HEADER, createLogger } from '@hub/runtime';
import { gatewayEnv, type PlainGatewayEnv } from '../gateway.env';
import { composeSupergraph } from '../supergraph';
import { openPlainGateway, type PlainGateway } from './plain-gateway';

/** A subgraph of somebody else's, and the server its supergraph is fetched from. */
let server: Server;
let origin: string;
let sdl: string;
let seen: IncomingHttpHeaders[];
let gateway: PlainGateway | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/supergraph') return response.end(sdl);
    if (request.url !== '/shop') return response.writeHead(404).end();
    seen.push(request.headers);
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"hello":"世界"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sdl = composeSupergraph([{ name: 'shop', url: `${origin}/shop`, sdl: 'type Query { hello: String }' }]);
});
beforeEach(() => {
  seen = [];
});
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const environment = (extra: Record<string, string> = {}) =>
  gatewayEnv({
    HUB_GATEWAY_ONLY: '1',
    HUB_SUPERGRAPH: `${origin}/supergraph`,
    HUB_DRAIN_GRACE_MS: '0',
    ...extra,
  }) as PlainGatewayEnv;

async function open(env: PlainGatewayEnv): Promise<string> {
  const silent = createLogger({ name: 'gateway', level: 'fatal', destination: { write: () => undefined } });
  gateway = await openPlainGateway(env, silent);
  return `http://127.0.0.1:${(await gateway.listen(0, '127.0.0.1')).port}`;
}

function ask(gatewayUrl: string, query: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ query });
  return fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

test('a plain gateway needs a supergraph and nothing else, and answers anybody', async () => {
  const url = await open(environment());
  const answer = await ask(url, '{ hello }', { authorization: 'Bearer of.another.world', 'x-hub-caller': 'me' });
  expect(await answer.json()).toEqual({ data: { hello: '世界' } });
  expect(seen[0]).not.toHaveProperty(CALLER_HEADER);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect((await fetch(`${url}/files/x`)).status).toBe(404);
});

test('the supergraph may be a file, by path or by address', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'supergraph-')), 'a b.graphql');
  await writeFile(file, sdl);
  for (const HUB_SUPERGRAPH of [file, pathToFileURL(file).href]) {
    expect(await (await ask(await open(environment({ HUB_SUPERGRAPH })), '{ hello }')).json()).toHaveProperty('data');
    await gateway?.close();
    gateway = undefined;
  }
});

test('a supergraph that is not there is named', async () => {
  await expect(open(environment({ HUB_SUPERGRAPH: `${origin}/none` }))).rejects.toThrow(/not found at .*404/);
});

test.each([
  [{}, false],
  [{ NODE_ENV: 'development' }, true],
  [{ NODE_ENV: 'development', HUB_INTROSPECTION: '0' }, false],
  [{ HUB_INTROSPECTION: '1' }, true],
])('introspection and GraphiQL are there when the environment says so: %j %s', async (extra, expected) => {
  const url = await open(environment(extra));
  const answer = (await (await ask(url, '{ __schema { queryType { name } } }')).json()) as { data?: unknown };
  expect(answer.data !== undefined).toBe(expected);
  expect((await fetch(url)).status).toBe(expected ? 200 : 404);
});

test('the gateway of the hub still asks for its keys', () => {
  expect(() => gatewayEnv({ HUB_SUPERGRAPH: 'any' })).toThrow(/HUB_ACCESS_TOKEN_KEY[\s\S]*HUB_CALLER_KEY/);
  expect(() => gatewayEnv({ HUB_SUPERGRAPH: 'any', HUB_GATEWAY_ONLY: 'yes' })).toThrow(/HUB_GATEWAY_ONLY/);
});
