import { once } from 'node:events';

import { IdFactory, type PersonActor, systemClock } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';
import { localSignals, sessionsChanged } from '@hub/runtime';
import { buildSchema, type GraphQLObjectType } from 'graphql';

import type { HubContext } from './hub-context';
import { createLocalSubscriber } from './local-subscriber';

const schema = buildSchema('type Query { a: Int } type Subscription { tick: Int }');
const { tick } = (schema.getSubscriptionType() as GraphQLObjectType).getFields();
Object.assign(tick as object, {
  /** One event, and then silence until the stream is ended. */
  async *subscribe(_source: unknown, _args: unknown, { subscription }: HubContext) {
    yield { tick: 1 };
    const ended = subscription?.ended as AbortSignal;
    if (!ended.aborted) await once(ended, 'abort');
  },
});

const ids = new IdFactory(systemClock);
const actor = { accountId: ids.next(), committeeId: ids.next(), sessionId: ids.next() } as unknown as PersonActor;
const session = `${actor.committeeId}.${actor.sessionId}`;

const open = () => {
  const signals = localSignals();
  const leaving = new AbortController();
  const host = {
    schema,
    deps: null,
    // Nothing is read.
    database: null as unknown as SubgraphDatabase,
    clock: systemClock,
    ids,
    reportFault: (error: unknown) => {
      throw error;
    },
  };
  const subscribe = createLocalSubscriber(host, signals);
  const caller = { actor, requestId: 'request-1', idempotencyKey: null };
  const request = { query: 'subscription { tick }', variables: {}, operationName: null };
  return { signals, leaving, answers: subscribe(request, caller, leaving.signal) };
};

test('a stream ends with the session it was opened under, and says so', async () => {
  const { signals, answers } = open();
  expect((await answers.next()).value).toEqual({ data: { tick: 1 } });
  const next = answers.next();
  signals.publish(sessionsChanged, { sessions: [session] });
  expect((await next).value).toMatchObject({
    errors: [{ message: '登录已结束，请重新登录。', extensions: { code: 'UNAUTHENTICATED', reason: 'SESSION_ENDED' } }],
  });
  expect(await answers.next()).toEqual({ value: undefined, done: true });
});

test('a stream that is left ends without a word', async () => {
  const { signals, leaving, answers } = open();
  await answers.next();
  const next = answers.next();
  signals.publish(sessionsChanged, { sessions: ['another'] });
  leaving.abort();
  expect(await next).toEqual({ value: undefined, done: true });
});
