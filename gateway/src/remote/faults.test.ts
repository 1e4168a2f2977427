import { systemClock } from '@hub/core';
import { createLogger } from '@hub/runtime';

import {
  answers,
  type Behaviour,
  breaksOff,
  dribbles,
  FaultySubgraph,
  floods,
  hangs,
  hangsAfterHeaders,
  resets,
} from '../../testing/faulty-subgraph';
import { openRemoteGraph } from '../reload';
import type { SupergraphReload } from '../reload/supergraph-reload';
import { composeSupergraph } from '../supergraph';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const ORGANIZATION = `${LINK} type Query { units: [Unit!]! } type Unit @key(fields: "id") { id: ID! name: String! }`;
const DISPATCH = `${LINK} type Mutation { urge: Int } type Unit @key(fields: "id") { id: ID! copies: Int }`;
const UNITS = ['u1', 'u2'].map((id) => ({ __typename: 'Unit', id, name: `单位${id}` }));
const COPIES = answers({ data: { _entities: [{ copies: 1 }, { copies: 2 }] } });

const organization = new FaultySubgraph();
const dispatch = new FaultySubgraph();
let graph: SupergraphReload;

beforeAll(() => Promise.all([organization.listen(), dispatch.listen()]));
afterAll(() => Promise.all([organization.die(), dispatch.die()]));

beforeEach(async () => {
  organization.behave = answers({ data: { units: UNITS } });
  dispatch.behave = COPIES;
  dispatch.seen.length = 0;
  const sdl = composeSupergraph([
    { name: 'organization', url: organization.url, sdl: ORGANIZATION },
    { name: 'dispatch', url: dispatch.url, sdl: DISPATCH },
  ]);
  graph = await openRemoteGraph({
    read: async () => sdl,
    pollMs: 0,
    place: (urls) => urls,
    remote: {
      callerKey: null,
      clock: systemClock,
      timeoutMs: 120_000,
      timeouts: new Map([['dispatch', 80]]),
      maxResponseBytes: 100_000,
      breaker: { minimumCalls: 10, openMs: 50 },
    },
    executor: { introspection: false, onInternalError: () => undefined, limits: { operationMs: 60_000 } },
    logger: createLogger({ name: 'test', level: 'silent' }),
  });
});
afterEach(() => graph.close());

async function ask(query: string) {
  const context = { requestId: 'r', actor: null, idempotencyKey: null, signal: new AbortController().signal };
  return JSON.parse(String((await graph.graph.executor.execute({ query }, context, { allowMutations: true })).body));
}

const QUESTION = '{ units { name copies } }';
const PARTIAL = {
  data: { units: UNITS.map(({ name }) => ({ name, copies: null })) },
  errors: [
    {
      message: '部分内容暂时无法取得，请稍后重试。',
      path: ['units'],
      extensions: {
        code: 'SUBGRAPH_UNAVAILABLE',
        reason: 'DISPATCH_UNAVAILABLE',
        subgraph: 'dispatch',
        requestId: 'r',
      },
    },
  ],
};
const WHOLE = { data: { units: UNITS.map(({ name }, index) => ({ name, copies: index + 1 })) } };

const FAULTS: [string, Behaviour][] = [
  ['hangs', hangs],
  ['hangs after its headers', hangsAfterHeaders],
  ['dribbles', dribbles],
  ['resets', resets],
  ['breaks off', breaksOff],
  ['floods', floods],
  ['answers a page', answers('<html>', 502, { 'content-type': 'text/html' })],
  ['answers half', answers('{"data":{"_entities":[{')],
  ['answers too few entities', answers({ data: { _entities: [{ copies: 1 }] } })],
  ['answers errors that are no list', answers({ data: { _entities: [{}, {}] }, errors: 'no' })],
];

it.each(FAULTS)('a subgraph that %s leaves the rest of the answer and one clean error', async (_, behaviour) => {
  dispatch.behave = behaviour;
  expect(await ask(QUESTION)).toEqual(PARTIAL);
});

it('a subgraph is told no more time than its operation has left', async () => {
  organization.seen.length = 0;
  await ask(QUESTION);
  expect(Number(organization.seen[0]?.headers['x-hub-timeout-ms'])).toBeLessThanOrEqual(60_000);
});

it('a subgraph that is dead is not waited for, and is asked again when it is back', async () => {
  await dispatch.die();
  for (let count = 0; count < 12; count += 1) expect(await ask(QUESTION)).toEqual(PARTIAL);
  await dispatch.listen();
  let answer = await ask(QUESTION);
  while (answer.errors) answer = await ask(QUESTION);
  expect(answer).toEqual(WHOLE);
});

it('an open breaker answers without asking', async () => {
  dispatch.behave = answers('', 500);
  for (let count = 0; count < 10; count += 1) await ask(QUESTION);
  const asked = dispatch.seen.length;
  expect(await ask(QUESTION)).toEqual(PARTIAL);
  expect(dispatch.seen.length - asked).toBeLessThanOrEqual(1);
});

it('a subgraph that flaps gives whole answers or clean partial ones, never anything else', async () => {
  let turn = 0;
  dispatch.behave = (...given) => {
    turn += 1;
    (turn % 3 === 0 ? COPIES : (FAULTS[turn % FAULTS.length] as [string, Behaviour])[1])(...given);
  };
  for (let count = 0; count < 40; count += 1) expect([PARTIAL, WHOLE]).toContainEqual(await ask(QUESTION));
});

it('a mutation reaches its subgraph once at most, at whatever moment the connection is lost', async () => {
  const moments: Behaviour[] = [
    resets,
    breaksOff,
    (_, response, socket) => void response.write('{"data":', () => socket.resetAndDestroy()),
    (_, _response, socket) => void setTimeout(() => socket.resetAndDestroy(), 5 * Math.random()),
    answers('', 503),
    answers({ data: { urge: 1 } }),
  ];
  let sent = 0;
  for (let count = 0; count < 60; count += 1) {
    dispatch.seen.length = 0;
    dispatch.behave = moments[count % moments.length] as Behaviour;
    await ask('mutation { urge }');
    expect(dispatch.seen.length).toBeLessThanOrEqual(1);
    sent += dispatch.seen.length;
  }
  expect(sent).toBeGreaterThanOrEqual(10);
});
