import { setTimeout as pause } from 'node:timers/promises';

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
import { NO_TELEMETRY } from '../observability/telemetry';
import { type DoorCall, type DoorSettings, SubgraphDoor } from './subgraph-door';

/** A new one for each test: calls that were given up in one may arrive late. */
let subgraph: FaultySubgraph;
let door: SubgraphDoor;
let retries: string[];
let states: string[];

const open = (settings: DoorSettings = {}) =>
  new SubgraphDoor('dues', subgraph.url, {
    telemetry: {
      ...NO_TELEMETRY,
      subgraphRetried: (name) => retries.push(name),
      breakerChanged: (_, state) => states.push(state),
    },
    ...settings,
  });

const call = (overrides: Partial<DoorCall> = {}): DoorCall => ({
  kind: 'query',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"{ a }"}',
  signal: new AbortController().signal,
  deadline: undefined,
  ...overrides,
});

const mutation = () => call({ kind: 'mutation' });

const inTurn =
  (...behaviours: Behaviour[]): Behaviour =>
  (...given) =>
    (behaviours.length > 1 ? behaviours.shift() : behaviours[0])?.(...given);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(2);
}

beforeEach(async () => {
  subgraph = await new FaultySubgraph().listen();
  retries = [];
  states = [];
  door = open();
});
afterEach(() => Promise.all([door.close(), subgraph.die()]));

describe('an answer that is none', () => {
  it.each([
    ['a page instead of JSON', answers('<html>', 200, { 'content-type': 'text/html' })],
    ['JSON that calls itself a page', answers({ data: {} }, 200, { 'content-type': 'text/html' })],
    ['compressed, which nobody asked for', answers({ data: {} }, 200, { 'content-encoding': 'gzip' })],
    ['cut-off JSON', answers('{"data":{"a":')],
    ['data that is a list', answers({ data: [1] })],
    ['data that is text', answers({ data: 'a' })],
    ['errors that are no list', answers({ data: { a: 1 }, errors: { message: 'no' } })],
    ['errors of text', answers({ data: null, errors: ['no'] })],
    ['nothing to speak of', answers({ data: null })],
    ['a list', answers([{ data: {} }])],
    ['emptiness', answers('')],
  ])('%s', async (_, behaviour) => {
    subgraph.behave = behaviour;
    await expect(door.ask(call())).rejects.toMatchObject({ failure: 'unreadable', isFaultOfSubgraph: true });
    expect(subgraph.seen).toHaveLength(1);
  });

  it('keys that mean something to JavaScript are data and nothing more', async () => {
    subgraph.behave = answers('{"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}');
    await door.ask(call());
    expect('polluted' in {}).toBe(false);
  });
});

describe('an answer with a status', () => {
  it('is an answer of the graph when it reads like one', async () => {
    subgraph.behave = answers({ errors: [{ message: '请先登录' }] }, 401);
    await expect(door.ask(call())).resolves.toEqual({ errors: [{ message: '请先登录' }] });
  });

  it('of trouble counts as trouble, even when it can be read', async () => {
    door = open({ breaker: { minimumCalls: 2 } });
    subgraph.behave = answers({ errors: [{ message: '坏了' }] }, 500);
    await door.ask(call());
    await door.ask(call());
    expect(states).toEqual(['open']);
  });

  it.each([404, 500, 503])('%d without a GraphQL answer is a failure', async (status) => {
    subgraph.behave = answers('gone', status, { 'content-type': 'text/plain' });
    await expect(door.ask(mutation())).rejects.toMatchObject({ failure: 'status', status });
  });
});

describe('a size limit', () => {
  it('ends an answer without end', async () => {
    door = open({ maxResponseBytes: 100_000 });
    subgraph.behave = floods;
    await expect(door.ask(call())).rejects.toMatchObject({ failure: 'unreadable' });
    await until(() => subgraph.abandoned === 1);
  });

  it('lets an answer through that just fits', async () => {
    const body = JSON.stringify({ data: { a: 'x'.repeat(500) } });
    door = open({ maxResponseBytes: body.length });
    subgraph.behave = answers(body);
    await expect(door.ask(call())).resolves.toHaveProperty('data');
    door = open({ maxResponseBytes: body.length - 1 });
    await expect(door.ask(call())).rejects.toMatchObject({ failure: 'unreadable' });
  });
});

describe('a timeout', () => {
  it.each([
    ['before the headers', hangs],
    ['after the headers', hangsAfterHeaders],
    ['in a body that never stops for long', dribbles],
  ])('ends a call that hangs %s, and its connection', async (_, behaviour) => {
    door = open({ timeoutMs: 60 });
    subgraph.behave = behaviour;
    // On a busy machine the time may be over before the call has arrived.
    while (subgraph.seen.length === 0) {
      await expect(door.ask(call())).rejects.toMatchObject({ failure: 'timeout', isFaultOfSubgraph: true });
    }
    await until(() => subgraph.abandoned === 1);
  });

  it('covers the wait for a connection', async () => {
    door = open({ timeoutMs: 60 });
    subgraph.behave = hangs;
    const calls = Array.from({ length: 40 }, () => door.ask(call()));
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { failure: 'timeout' } });
    }
  });

  it('is told to the subgraph', async () => {
    door = open({ timeoutMs: 60_000 });
    await door.ask(call());
    await door.ask(call({ deadline: performance.now() + 30_000 }));
    const told = subgraph.seen.map(({ headers }) => Number(headers['x-hub-timeout-ms']));
    expect(told[0]).toBe(60_000);
    expect(told[1]).toBeLessThan(60_000);
  });

  it('of the client is shorter and no fault of the subgraph', async () => {
    subgraph.behave = hangs;
    const late = door.ask(call({ deadline: performance.now() + 40 }));
    await expect(late).rejects.toMatchObject({ failure: 'timeout', isFaultOfSubgraph: false });
    const asked = subgraph.seen.length;
    await expect(door.ask(call({ deadline: performance.now() - 1 }))).rejects.toMatchObject({ failure: 'timeout' });
    expect(subgraph.seen).toHaveLength(asked);
  });
});

describe('a client that leaves', () => {
  it('ends its query', async () => {
    subgraph.behave = hangs;
    const leaving = new AbortController();
    const asked = door.ask(call({ signal: leaving.signal }));
    await until(() => subgraph.seen.length === 1);
    leaving.abort();
    await expect(asked).rejects.toMatchObject({ failure: 'cancelled', isFaultOfSubgraph: false });
    await until(() => subgraph.abandoned === 1);
  });

  it('leaves a mutation that was sent to its end', async () => {
    let finish = () => {};
    subgraph.behave = (...given) => {
      finish = () => answers({ data: { a: 1 } })(...given);
    };
    const leaving = new AbortController();
    const asked = door.ask(call({ kind: 'mutation', signal: leaving.signal }));
    await until(() => subgraph.seen.length === 1);
    leaving.abort();
    finish();
    await expect(asked).resolves.toEqual({ data: { a: 1 } });
    expect(subgraph.abandoned).toBe(0);
  });
});

describe('a retry', () => {
  const passing: [string, Behaviour][] = [
    ['a reset', resets],
    ['an answer that breaks off', breaksOff],
    ['502', answers('bad gateway', 502, { 'content-type': 'text/html' })],
    ['503', answers({ errors: [{ message: '正在启动' }] }, 503)],
    ['504', answers('', 504)],
  ];

  it.each(passing)('mends %s of a query', async (_, behaviour) => {
    subgraph.behave = inTurn(behaviour, answers({ data: { a: 2 } }));
    await expect(door.ask(call())).resolves.toEqual({ data: { a: 2 } });
    expect(subgraph.seen).toHaveLength(2);
    expect(retries).toEqual(['dues']);
  });

  it.each(passing)('is not made after %s of a mutation', async (_, behaviour) => {
    subgraph.behave = inTurn(behaviour, answers({ data: { a: 2 } }));
    await door.ask(mutation()).catch(() => undefined);
    expect(subgraph.seen).toHaveLength(1);
    expect(retries).toEqual([]);
  });

  it('keeps the last answer when none is better', async () => {
    subgraph.behave = answers({ errors: [{ message: '正在启动' }] }, 503);
    await expect(door.ask(call())).resolves.toEqual({ errors: [{ message: '正在启动' }] });
    expect(subgraph.seen).toHaveLength(3);
  });

  it.each([
    ['500', answers('', 500)],
    ['broken JSON', answers('{')],
  ])('is not made after %s', async (_, behaviour) => {
    subgraph.behave = behaviour;
    await expect(door.ask(call())).rejects.toThrow();
    expect(subgraph.seen).toHaveLength(1);
  });

  it('is not made when there is no time for it', async () => {
    subgraph.behave = resets;
    await expect(door.ask(call({ deadline: performance.now() + 25 }))).rejects.toThrow();
    expect(retries).toEqual([]);
  });

  it('has a budget', async () => {
    door = open({ breaker: { minimumCalls: 1000 } });
    subgraph.behave = resets;
    for (let calls = 0; calls < 30; calls += 1) await door.ask(call()).catch(() => undefined);
    // Ten saved up and a tenth of thirty, however they fall.
    expect(retries.length).toBeGreaterThanOrEqual(10);
    expect(retries.length).toBeLessThanOrEqual(13);
    expect(subgraph.seen).toHaveLength(30 + retries.length);
  });

  it('reaches a subgraph that comes back', async () => {
    await subgraph.die();
    const asked = door.ask(call());
    await subgraph.listen();
    await expect(asked).resolves.toEqual({ data: { a: 1 } });
  });
});

describe('the breaker', () => {
  const settings = { breaker: { minimumCalls: 5, openMs: 50 } };

  it('stops asking a subgraph that fails, and asks again when it has recovered', async () => {
    door = open(settings);
    subgraph.behave = answers('', 500);
    for (let calls = 0; calls < 5; calls += 1) await door.ask(call()).catch(() => undefined);
    await expect(door.ask(call())).rejects.toMatchObject({ failure: 'rejected' });
    expect(subgraph.seen).toHaveLength(5);
    subgraph.behave = answers({ data: { a: 1 } });
    while (door.breaker.state !== 'closed') await door.ask(call()).catch(() => pause(2));
    await expect(door.ask(call())).resolves.toEqual({ data: { a: 1 } });
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('does not mind GraphQL errors, refusals and clients that leave', async () => {
    door = open(settings);
    subgraph.behave = answers({ data: { a: null }, errors: [{ message: '无权查看' }] });
    for (let calls = 0; calls < 20; calls += 1) await door.ask(call());
    subgraph.behave = answers({ errors: [{ message: '请先登录' }] }, 401);
    for (let calls = 0; calls < 20; calls += 1) await door.ask(call());
    const gone = AbortSignal.abort();
    for (let calls = 0; calls < 20; calls += 1) await door.ask(call({ signal: gone })).catch(() => undefined);
    expect(states).toEqual([]);
  });

  it('opens on a subgraph that is not there', async () => {
    door = open(settings);
    await subgraph.die();
    for (let calls = 0; calls < 5; calls += 1) await door.ask(mutation()).catch(() => undefined);
    await expect(door.ask(mutation())).rejects.toMatchObject({ failure: 'rejected' });
    await subgraph.listen();
  });
});
