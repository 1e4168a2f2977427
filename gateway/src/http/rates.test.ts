import { createLogger } from '@hub/runtime';

import { CLERK, Harness } from '../../testing/harness';
import { RowsExecutor, rowsSchema } from '../../testing/rows-graph';
import { watchedGraph } from '../../testing/watched-graph';
import { WsClient } from '../../testing/ws-client';
import { DocumentGate, documentIdOf, manifestRegistry } from '../documents';
import type { GatewayOptions } from '../http';
import { createRateLimiter, DEFAULT_RATE_LIMITS, type RateLimits } from '../security/rates';

const logger = createLogger({ name: 'test', level: 'fatal' });

const hub = (limits: Partial<RateLimits>, overrides: Partial<GatewayOptions> = {}) =>
  new Harness().start({
    rates: createRateLimiter({ limits: { ...DEFAULT_RATE_LIMITS, ...limits }, redisUrl: null, logger }),
    limits: { trustedProxies: 1 },
    ...overrides,
  });

const REFUSED = { code: 'UNAVAILABLE', reason: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } };
const WATCH = 'subscription { noted { id } }';

test('who asks too often is told when to come back, and others are not kept out', async () => {
  const gateway = await hub({ address: 5 });
  const ask = (address: string) => gateway.query('{ hello }', { 'x-forwarded-for': address });
  const statuses = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await ask('192.0.2.1')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await ask('192.0.2.1');
  expect(refused.json.errors[0].extensions).toMatchObject(REFUSED);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['x-request-id']).toBe(refused.json.errors[0].extensions.requestId);
  expect((await ask('192.0.2.2')).status).toBe(200);
  expect((await gateway.get('/health/live')).status).toBe(200);
  await gateway.stop();
});

test('a stream that would be too much is refused before there is one', async () => {
  const graph = watchedGraph();
  const gateway = await hub({ token: 1 }, { executor: graph.executor });
  const headers = { ...(await gateway.bearer()), accept: 'text/event-stream' };
  expect((await gateway.query('{ hello }', headers)).text).toContain('event: complete');
  const refused = await gateway.query(WATCH, headers);
  expect([refused.status, refused.json.errors[0].extensions]).toEqual([429, expect.objectContaining(REFUSED)]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await gateway.stop();
});

test.each<[string, Partial<RateLimits>]>([
  ['address', { address: 2 }],
  ['token', { token: 2 }],
])('every subscribe of a WebSocket counts for its %s', async (_, limits) => {
  const graph = watchedGraph();
  const gateway = await hub(limits, { executor: graph.executor });
  const { authorization } = await gateway.bearer();
  const client = await WsClient.open(gateway.port, { headers: { authorization, 'x-forwarded-for': '192.0.2.1' } });
  client.send({ type: 'connection_init' });
  await client.message('connection_ack');
  for (const id of ['1', '2']) {
    client.send({ id, type: 'subscribe', payload: { query: '{ hello }' } });
    await client.message('complete', id);
  }
  client.send({ id: '3', type: 'subscribe', payload: { query: WATCH } });
  const { payload } = await client.message('error', '3');
  expect(payload).toEqual([
    { message: expect.stringContaining('请求过于频繁'), extensions: expect.objectContaining(REFUSED) },
  ]);
  client.hangUp();
  await gateway.stop();
});

test.each<[string, Partial<RateLimits>]>([
  ['address', { address: 4 }],
  ['account', { actor: 4 }],
])('an export counts for its %s once, however many pages it has', async (_, limits) => {
  const executor = new RowsExecutor();
  executor.rows = Array.from({ length: 5_000 }, (__, index) => ({ id: String(index), name: null }));
  const text = 'query UnitRows{unitRows{nodes{id}}}';
  const finished: unknown[] = [];
  const gateway = await hub(limits, {
    executor,
    documents: new DocumentGate('open', manifestRegistry({ [documentIdOf(text)]: { name: 'UnitRows', text } })),
    exports: {
      schema: () => rowsSchema,
      log: { begin: async () => CLERK.accountId, finish: async (...[, , , outcome]) => void finished.push(outcome) },
    },
  });
  const headers = await gateway.bearer();
  const whole = await gateway.get('/exports/UnitRows', headers);
  // Its header, five thousand rows, the line that names who took them, and the end of the last line.
  expect([whole.status, whole.text.split('\r\n').length]).toEqual([200, 5_003]);
  const refused = await gateway.get('/exports/UnitRows', headers);
  expect([refused.status, refused.json.errors[0].extensions]).toEqual([429, expect.objectContaining(REFUSED)]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(finished).toEqual(['COMPLETE']);
  await gateway.stop();
});
