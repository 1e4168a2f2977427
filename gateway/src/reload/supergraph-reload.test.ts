import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { systemClock } from '@hub/core';
import { createLogger } from '@hub/runtime';
import { buildSchema, graphql } from 'graphql';

import type { ExecutionOutcome } from '../execution';
import { NO_TELEMETRY } from '../observability';
import { composeSupergraph } from '../supergraph';
import { openRemoteGraph } from './remote-graph';
import type { SupergraphReload } from './supergraph-reload';

const FIELDS = 'hello: String slow: String';

let server: Server;
let url: string;
let asked: string[];
let release: () => void;
let file: string | Error;
let log: Record<string, unknown>[];
let planned: boolean[];
let served: SupergraphReload;

/** One subgraph that answers whatever field is asked for, `slow` when it is let go. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query } = JSON.parse(Buffer.concat(chunks).toString());
    asked.push(query);
    if (query.includes('slow')) await new Promise<void>((resolve) => (release = resolve));
    const schema = buildSchema(`type Query { ${FIELDS} added: String }`);
    const rootValue = { hello: '你好', slow: '慢', added: '新' };
    const answer = await graphql({ schema, source: query, rootValue });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const sdl = (fields: string, at = url) =>
  composeSupergraph([{ name: 'greeter', url: at, sdl: `type Query { ${fields} }` }]);

beforeEach(async () => {
  asked = [];
  log = [];
  file = sdl(FIELDS);
  planned = [];
  served = await open(0);
});
afterEach(() => served.close());

function open(pollMs: number): Promise<SupergraphReload> {
  return openRemoteGraph({
    read: async () => {
      if (file instanceof Error) throw file;
      return file;
    },
    pollMs,
    place: (urls) => urls,
    remote: { callerKey: null, clock: systemClock },
    executor: {
      introspection: false,
      onInternalError: (err) => log.push({ err }),
    },
    telemetry: { ...NO_TELEMETRY, planAsked: (isKnown) => planned.push(isKnown) },
    logger: createLogger({
      name: 'test',
      level: 'info',
      destination: { write: (line) => void log.push(JSON.parse(line)) },
    }),
  });
}

function ask(query: string, variables: Record<string, unknown> = {}): Promise<ExecutionOutcome> {
  const context = { requestId: 'r', actor: null, idempotencyKey: null, signal: new AbortController().signal };
  return served.graph.executor.execute({ query, variables }, context, { allowMutations: true });
}

const answerTo = async (query: string) => JSON.parse(String((await ask(query)).body));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('a new field can be asked for when the new graph is there', async () => {
  expect(await answerTo('{ added }')).toHaveProperty('errors');
  file = sdl(`${FIELDS} added: String`);
  await served.reload();
  expect(await answerTo('{ added }')).toEqual({ data: { added: '新' } });
});

test('a request that runs ends on the graph it began on, and its connections stay as long', async () => {
  const running = ask('{ slow }');
  await until(() => asked.length === 1);
  file = sdl('hello: String', url.replace('127.0.0.1', 'localhost'));
  await served.reload();
  expect(await answerTo('{ slow }')).toHaveProperty('errors');
  release();
  expect(JSON.parse(String((await running).body))).toEqual({ data: { slow: '慢' } });
});

test.each([
  ['is broken', () => 'type Query {'],
  ['is no supergraph', () => 'type Query { a: String }'],
  ['names an address that is none', () => sdl(FIELDS, 'nowhere')],
  ['has a schema that is invalid', () => sdl(FIELDS).replace('hello: String', 'hello(a: Missing): String')],
  ['is not there', () => new Error('ENOENT')],
])('a supergraph that %s is logged, and the old one serves', async (_, text) => {
  file = text();
  await served.reload();
  expect(await answerTo('{ hello }')).toEqual({ data: { hello: '你好' } });
  expect(log).toMatchObject([{ level: 'error', err: { message: expect.any(String) } }]);
  file = sdl(`${FIELDS} added: String`);
  await served.reload();
  expect(await answerTo('{ added }')).toEqual({ data: { added: '新' } });
});

test('what was asked for most is planned before the new graph serves', async () => {
  const query = 'query ($s: Boolean!) { hello @skip(if: $s) other: hello }';
  await ask(query, { s: false });
  await ask('{ hello }');
  file = sdl(`${FIELDS} added: String`);
  await served.reload();
  planned.length = 0;
  await ask('{ hello }');
  await ask(query, { s: false });
  expect(planned).toEqual([true, true]);
  await ask(query, { s: true });
  expect(planned).toEqual([true, true, false]);
});

test('a change is taken over by itself once it stays the same', async () => {
  await served.close();
  served = await open(5);
  file = sdl(`${FIELDS} added: String`);
  await until(() => log.some(({ msg }) => msg === 'a new supergraph is served'));
  expect(await answerTo('{ added }')).toEqual({ data: { added: '新' } });
});

test('no request of many fails while the graph is replaced again and again', async () => {
  let stopped = false;
  const failed: unknown[] = [];
  let answered = 0;
  const clients = Array.from({ length: 8 }, async () => {
    while (!stopped) {
      const answer = await answerTo('{ hello }');
      if (answer.data?.hello === '你好') answered += 1;
      else failed.push(answer);
    }
  });
  for (let round = 1; round <= 20; round += 1) {
    file = sdl(`${FIELDS} added: String v${round}: String`, round % 2 ? url : url.replace('127.0.0.1', 'localhost'));
    await served.reload();
    const before = answered;
    await until(() => answered > before + 20);
  }
  stopped = true;
  await Promise.all(clients);
  expect(failed).toEqual([]);
  expect(log.filter(({ level }) => level === 'info')).toHaveLength(20);
});
