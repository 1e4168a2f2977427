import { createServer, type Server, type Socket } from 'node:net';

import { createLogger } from '@hub/runtime';

import { CLERK } from '../../../testing/harness';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import type { RateLimits } from './rate-limits';

const logger = createLogger({ name: 'test', level: 'fatal' });
const LIMITS: RateLimits = { address: 10, actor: 5, token: 3, signIns: 2 };
const CHEAP = { cost: 1, openMutations: 0 };

const open: RateLimiter[] = [];
function limiter(limits: Partial<RateLimits> = {}, redisUrl: string | null = null): RateLimiter {
  const made = createRateLimiter({ limits: { ...LIMITS, ...limits }, redisUrl, logger });
  open.push(made);
  return made;
}
afterEach(() => {
  for (const made of open.splice(0)) made.close();
});

/** How often it goes well before it is refused, tried at most twenty times. */
async function before(refusal: string, act: () => Promise<void>): Promise<number> {
  for (let times = 0; times < 20; times += 1) {
    try {
      await act();
    } catch (error) {
      expect(error).toMatchObject({ reason: refusal, details: { retryAfterSeconds: expect.any(Number) } });
      const { retryAfterSeconds } = (error as { details: { retryAfterSeconds: number } }).details;
      expect([retryAfterSeconds >= 1, retryAfterSeconds <= 60]).toEqual([true, true]);
      return times;
    }
  }
  return Number.POSITIVE_INFINITY;
}

test('an address has its requests, and another address its own', async () => {
  const rates = limiter();
  expect(await before('RATE_LIMITED', () => rates.request('192.0.2.1'))).toBe(10);
  expect(await before('RATE_LIMITED', () => rates.request('192.0.2.2'))).toBe(10);
});

test('a session has its share of what its account has', async () => {
  const rates = limiter();
  const of = (sessionId: string) => () => rates.operation('192.0.2.1', { ...CLERK, sessionId }, CHEAP);
  expect(await before('RATE_LIMITED', of('one'))).toBe(3);
  // The refused fourth request of the first session took a point of the account as well.
  expect(await before('RATE_LIMITED', of('two'))).toBe(1);
});

test('a service token counts for itself', async () => {
  const rates = limiter();
  const token = {
    side: 'office',
    committeeId: CLERK.committeeId,
    serviceTokenId: CLERK.postId,
    name: '看板',
    organizationId: null,
    documents: [],
  } as const;
  expect(await before('RATE_LIMITED', () => rates.operation('192.0.2.1', token, CHEAP))).toBe(3);
});

test('what costs more takes more', async () => {
  const rates = limiter({ token: 100, actor: 100, address: 1_000 });
  expect(await before('RATE_LIMITED', () => rates.operation('a', CLERK, { cost: 2_450, openMutations: 0 }))).toBe(4);
});

test('a visitor pays by address for what his operations cost', async () => {
  const rates = limiter();
  expect(await before('RATE_LIMITED', () => rates.operation('a', null, { cost: 500, openMutations: 0 }))).toBe(2);
});

test('sign-ins are counted one by one, also those in one operation', async () => {
  const rates = limiter();
  const signIn = (openMutations: number) => () => rates.operation('a', null, { cost: 1, openMutations });
  expect(await before('SIGN_IN_RATE_LIMITED', signIn(1))).toBe(2);
  expect(
    await before('SIGN_IN_RATE_LIMITED', () => limiter().operation('a', CLERK, { cost: 1, openMutations: 3 })),
  ).toBe(0);
});

test('a Redis that never was there fails no request', async () => {
  const nowhere = limiter({}, 'redis://127.0.0.1:1');
  expect(await before('RATE_LIMITED', () => nowhere.request('192.0.2.9'))).toBe(10);
});

test('a Redis that accepts and never answers holds no request up for long', async () => {
  const { server, url, stop } = await silentServer();
  const rates = limiter({}, url);
  expect(await before('RATE_LIMITED', () => rates.request('192.0.2.9'))).toBe(10);
  expect(server.listening).toBe(true);
  rates.close();
  await stop();
});

async function silentServer(): Promise<{ server: Server; url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    server,
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
