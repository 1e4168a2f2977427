import { randomBytes } from 'node:crypto';

import type { Actor, Clock } from '@hub/core';
import { createSubgraphServer, type SubgraphServer } from '@hub/graphql';
import { CALLER_HEADER, createLogger, Health, signCaller } from '@hub/runtime';

import { type ClientAnswer, createTestWorld, personActor, someId, type TestWorld } from '../../support';

const callerKey = randomBytes(32);
const logger = createLogger({ name: 'test', level: 'silent' });

let world: TestWorld;
let server: SubgraphServer;
let address: string;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dues'] });
  const { clock, ids } = world;
  const subgraph = world.subgraph('dues');
  const drain = { graceMs: 0, timeoutMs: 5_000 };
  server = await createSubgraphServer({
    subgraph,
    callerKey,
    clock,
    ids,
    health: new Health({ logger }),
    logger,
    drain,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await server.close();
  await world.close();
});

const officer = (): Actor => personActor('OFFICE_CLERK', { committeeId: someId() });

async function call(query: string, actor: Actor | null, clock: Clock = world.clock, body = JSON.stringify({ query })) {
  const caller = { actor, requestId: 'request-7', idempotencyKey: null };
  const signature = signCaller(caller, 'dues', callerKey, clock);
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CALLER_HEADER]: signature },
    body,
  });
  return { status: response.status, body: (await response.json()) as ClientAnswer<unknown> };
}

test('a signed gateway gets an answer under the actor it names', async () => {
  const { body } = await call('{ duesRows(month: "2020-10-01") { unitName } }', officer());
  expect(body).toEqual({ data: { duesRows: [] } });
});

test('without a person behind it a signed call is told to sign in', async () => {
  const { body } = await call('{ duesRows(month: "2020-10-01") { unitName } }', null);
  expect(body.errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REQUIRED', requestId: 'request-7' } },
  ]);
});

test('entities are refused to whoever is not a gateway of the hub', async () => {
  const query = '{ _entities(representations: [{ __typename: "DuesCharge", id: "x" }]) { __typename } }';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { reason: 'CALLER_REFUSED' } }] });
});

test('a body that is not JSON is refused by name', async () => {
  const { status, body } = await call('', officer(), world.clock, '{ not json');
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ extensions: { reason: 'BODY_NOT_JSON' } }] });
});

test('the schema is not told to anyone', async () => {
  const { body } = await call('{ __schema { queryType { name } } }', officer());
  expect(body.data).toBeUndefined();
});

test('liveness needs no signature', async () => {
  const response = await fetch(`${address}/health/live`);
  expect(response.status).toBe(200);
});
