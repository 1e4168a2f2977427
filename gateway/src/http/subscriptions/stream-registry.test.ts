import { systemClock } from '@hub/core';

import { CLERK } from '../../../testing/harness';
import type { Authenticate } from '../../security/authenticate';
import { DEFAULT_STREAM_LIMITS, type StreamLimits } from './stream-limits';
import { StreamRegistry } from './stream-registry';

let counted: number[];
let refused: string[];

function open(limits: Partial<StreamLimits> = {}, authenticate: Authenticate = async () => CLERK): StreamRegistry {
  counted = [];
  refused = [];
  return new StreamRegistry({
    authenticate,
    clock: systemClock,
    limits: { ...DEFAULT_STREAM_LIMITS, ...limits },
    telemetry: { subscriptionsChanged: (by) => counted.push(by), refused: (by) => refused.push(by) },
  });
}

const tokenOf = (sid: string) => `Bearer x.${Buffer.from(JSON.stringify({ sid })).toString('base64url')}.y`;
const unheard = () => undefined;

test('those who are recognised at the same time do not share the last place', async () => {
  const registry = open({ connections: 1 });
  const outcomes = await Promise.allSettled([
    registry.connect(undefined, unheard),
    registry.connect(undefined, unheard),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(outcomes[1]).toMatchObject({ reason: { reason: 'TOO_MANY_CONNECTIONS' } });
  expect(refused).toEqual(['connections']);
});

test('a registry that closes takes nobody, not even who is being recognised', async () => {
  const registry = open();
  const late = registry.connect(undefined, unheard);
  registry.close();
  await expect(late).rejects.toMatchObject({ reason: 'SHUTTING_DOWN' });
  await expect(registry.connect(undefined, unheard)).rejects.toMatchObject({ reason: 'SHUTTING_DOWN' });
});

test('streams of all are counted together, and each is counted out once', async () => {
  const registry = open({ streams: 2 });
  const connections = await Promise.all(['a', 'b', 'c'].map((sid) => registry.connect(tokenOf(sid), unheard)));
  const [first, , third] = connections;
  const release = first?.admit();
  connections[1]?.admit();
  expect(() => third?.admit()).toThrow(expect.objectContaining({ reason: 'TOO_MANY_STREAMS' }));
  release?.();
  release?.();
  third?.admit();
  expect(() => first?.admit()).toThrow(expect.objectContaining({ reason: 'TOO_MANY_STREAMS' }));
  expect([registry.streams, counted]).toEqual([2, [1, 1, -1, 1]]);
  for (const connection of connections) connection.leave();
});

test('the end of a session ends what runs under it, and nothing else', async () => {
  const registry = open();
  const ended: string[] = [];
  const connections = await Promise.all(
    ['a', 'b', 'a'].map((sid, index) =>
      registry.connect(tokenOf(sid), ({ reason }) => ended.push(`${sid}${index} ${reason}`)),
    ),
  );
  registry.endSession('a');
  expect([ended, registry.connections]).toEqual([['a0 SESSION_ENDED', 'a2 SESSION_ENDED'], 1]);
  for (const connection of connections) connection.leave();
});
