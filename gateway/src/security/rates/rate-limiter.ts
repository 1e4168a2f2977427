import { type Actor, isPerson, isService } from '@hub/core';
import type { Logger } from '@hub/runtime';
import { Redis } from 'ioredis';

import type { AdmittedOperation } from '../../execution/executor.type';
import { createBucket } from './bucket';
import type { RateLimits } from './rate-limits';
import { rateError } from './rates.errors';

/** Keeps anybody from having more than a share. Each of its questions throws when the share is used up. */
export interface RateLimiter {
  /** A request has come, and nothing of it is read yet. */
  request(address: string): Promise<void>;
  /** Its operation is about to run. */
  operation(address: string, actor: Actor | null, operation: AdmittedOperation): Promise<void>;
  close(): void;
}

export interface RateLimiterOptions {
  readonly limits: RateLimits;
  /** Where gateways count together; each counts for itself without it. */
  readonly redisUrl: string | null;
  readonly logger: Logger;
}

/** A hundred of cost, a point: see RateLimits. */
const COST_OF_POINT = 100;

export function createRateLimiter({ limits, redisUrl, logger }: RateLimiterOptions): RateLimiter {
  const redis = redisUrl === null ? null : connect(redisUrl, logger);
  const ofAddress = createBucket('address', limits.address, redis);
  const ofActor = createBucket('actor', limits.actor, redis);
  const ofToken = createBucket('token', limits.token, redis);
  const ofSignIns = createBucket('sign-in', limits.signIns, redis);

  const refuse = (reason: 'RATE_LIMITED' | 'SIGN_IN_RATE_LIMITED', waits: readonly number[]): void => {
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) throw rateError(reason, { retryAfterSeconds });
  };

  return {
    async request(address) {
      refuse('RATE_LIMITED', [await ofAddress(address, 1)]);
    },
    async operation(address, actor, { cost, openMutations }) {
      if (openMutations > 0) refuse('SIGN_IN_RATE_LIMITED', [await ofSignIns(address, openMutations)]);
      const extra = Math.floor(cost / COST_OF_POINT);
      const { account, token } = keysOf(actor);
      refuse(
        'RATE_LIMITED',
        await Promise.all([
          extra > 0 ? ofAddress(address, extra) : 0,
          account === null ? 0 : ofActor(account, 1 + extra),
          token === null ? 0 : ofToken(token, 1 + extra),
        ]),
      );
    },
    close: () => redis?.disconnect(),
  };
}

function keysOf(actor: Actor | null): { readonly account: string | null; readonly token: string | null } {
  if (actor === null) return { account: null, token: null };
  if (isPerson(actor)) return { account: actor.accountId, token: actor.sessionId };
  return { account: null, token: isService(actor) ? actor.serviceTokenId : null };
}

const COMMAND_MS = 250;

/** Fails at once rather than waiting: a limiter that holds requests up is worse than one that counts alone for a while. */
function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: COMMAND_MS });
  redis.on('error', (err) => logger.debug({ err }, 'rate limits are counted without Redis'));
  return redis;
}
