import { IdFactory, type PersonActor, systemClock } from '@hub/core';
import { createAuthenticate, SessionCache } from '@hub/gateway';
import { CALLER_HEADER, createLogger, plainEntries, signCaller } from '@hub/runtime';

import type { SideSetting } from './side.type';

/** One request as the sides that are not ours know it. */
export interface Visit {
  readonly requestId: string;
  readonly actor: PersonActor | null;
  readonly startedAt: number;
}

/** What our gateway does beside executing, for the gateways it is compared with: by the same code, so at the same cost. */
export interface Door {
  enter(authorization: string | undefined): Promise<Visit>;
  /** Name and value of the header that tells a subgraph who asks. */
  sign(visit: Visit, subgraph: string): readonly [string, string];
  leave(visit: Visit, operationName: string | null, status: number): void;
}

export function openDoor({ accessTokenKey, callerKey, actor }: SideSetting): Door {
  const sessions = new SessionCache(async () => actor, systemClock);
  const authenticate = createAuthenticate({
    accessTokenKey: Buffer.from(accessTokenKey, 'hex'),
    sessions,
    clock: systemClock,
  });
  const key = Buffer.from(callerKey, 'hex');
  const logger = plainEntries(createLogger({ name: 'gateway', level: 'info' }));
  const ids = new IdFactory(systemClock);
  const counts = new Map<string, number>();
  return {
    enter: async (authorization) => ({
      requestId: ids.next(),
      startedAt: performance.now(),
      // Only sessions are known here, so whoever comes in is a person.
      actor: (await authenticate(authorization)) as PersonActor | null,
    }),
    sign: ({ actor, requestId }, subgraph) => [
      CALLER_HEADER,
      signCaller({ actor, requestId, idempotencyKey: null }, subgraph, key, systemClock),
    ],
    leave({ requestId, actor, startedAt }, operationName, status) {
      const name = operationName ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const { committeeId, accountId, postId } = actor ?? {};
      const fields = { requestId, method: 'POST', path: '/graphql', status, ms, operationName };
      logger.info({ ...fields, committeeId, accountId, postId }, 'request');
    },
  };
}
