import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_S = 60;

/** Takes points of a key's minute. Resolves to the seconds to wait; 0 when there were enough. */
export type TakePoints = (key: string, points: number) => Promise<number>;

/**
 * One kind of bucket. Shared by all gateways through Redis; while Redis does not answer, each keeps its own count, and
 * no request fails for it.
 */
export function createBucket(name: string, limit: number, redis: Redis | null): TakePoints {
  const memory = new RateLimiterMemory({ keyPrefix: name, points: limit, duration: MINUTE_S });
  const limiter = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `hub-rate-${name}`,
        points: limit,
        duration: MINUTE_S,
        insuranceLimiter: memory,
        // A key that has used its minute up is not asked for again.
        inMemoryBlockOnConsumed: limit,
      })
    : memory;
  return async (key, points) => {
    try {
      await limiter.consume(key, points);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}
