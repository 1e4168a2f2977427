import { createRateLimiter, type RateLimiter } from '@hub/gateway';
import { createLogger } from '@hub/runtime';
import { Redis } from 'ioredis';

import { type RedisServer, redisInstalled, startRedis } from '../../support/redis';

const logger = createLogger({ name: 'test', level: 'fatal' });
const LIMIT = 10;

let redis: Pick<RedisServer, 'url' | 'stop'>;
let seen: Redis;
const open: RateLimiter[] = [];

beforeEach(async () => {
  const { url, stop } = await startRedis();
  let stopped: Promise<void> | null = null;
  redis = {
    url,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
  seen = new Redis(redis.url);
  // Dies with its server in the second test.
  seen.on('error', () => undefined);
});
afterEach(async () => {
  for (const limiter of open.splice(0)) limiter.close();
  seen.disconnect();
  await redis.stop();
});

/** A gateway's limiter that has found its Redis; before that it counts alone. */
async function connected(name: string): Promise<RateLimiter> {
  const limits = { address: LIMIT, actor: LIMIT, token: LIMIT, signIns: LIMIT };
  const limiter = createRateLimiter({ limits, redisUrl: redis.url, logger });
  open.push(limiter);
  while ((await seen.exists(`hub-rate-address:${name}`)) === 0) await limiter.request(name).catch(() => undefined);
  return limiter;
}

async function timesBeforeRefusal(ask: (turn: number) => Promise<void>): Promise<number> {
  for (let turn = 0; turn <= 2 * LIMIT; turn += 1) {
    try {
      await ask(turn);
    } catch (error) {
      expect(error).toMatchObject({ reason: 'RATE_LIMITED' });
      return turn;
    }
  }
  throw new Error('never refused');
}

// Redis may be absent on a desk; never in CI, where the tests then fail.
const tests: [string, () => Promise<void>][] = [
  [
    'gateways count together',
    async () => {
      const [one, other] = [await connected('one'), await connected('other')];
      expect(await timesBeforeRefusal((turn) => (turn % 2 ? one : other).request('192.0.2.7'))).toBe(LIMIT);
    },
  ],
  [
    'a Redis that dies fails no request: the gateway counts for itself',
    async () => {
      const limiter = await connected('one');
      await limiter.request('192.0.2.8');
      await redis.stop();
      expect(await timesBeforeRefusal(() => limiter.request('192.0.2.8'))).toBe(LIMIT);
    },
  ],
];

if (redisInstalled() || process.env.CI === 'true') test.each(tests)('%s', (_, run) => run());
else test('Redis is not installed here: how gateways count together goes untested', () => undefined);
