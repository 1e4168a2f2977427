import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

import { defineEvent, type EventRoutes, eventKey } from '@hub/contracts';
import {
  type EventDelivery,
  JobSystem,
  OutboxRelay,
  onEvent,
  QUEUE_ROLE,
  type QueueSetting,
  subscribeEvents,
} from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { createTestWorld, someId, systemActor, type TestWorld } from '../../support';
import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

const logger = createLogger({ name: 'test', level: 'silent' });
const stepTaken = defineEvent('test.step-taken', 1, z.object({ step: z.int() }));
const unrouted = defineEvent('test.step-forgotten', 1, z.object({}));
const routes: EventRoutes = new Map([[eventKey(stepTaken), ['left', 'right']]]);
const NOWHERE: QueueSetting = { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/nothing', maxWorkers: 1 };

interface OutboxRow {
  readonly published: boolean;
  readonly parked: boolean;
  readonly attempts: number;
  readonly error: string | null;
}

describe.each(queueStores())('the outbox relay over %s', (_, openStore) => {
  let store: QueueStore;
  let world: TestWorld;
  let jobs: JobSystem;
  let relay: OutboxRelay;
  let left: EventDelivery<{ step: number }>[];
  let right: EventDelivery<{ step: number }>[];

  beforeAll(async () => {
    store = await openStore();
    world = await createTestWorld({ subgraphs: ['organization'] });
    jobs = new JobSystem(store.setting, logger);
    const listen = (subscriber: string, hear: (event: EventDelivery<{ step: number }>) => void) => {
      const handlers = subscribeEvents(subscriber, [onEvent(stepTaken, async (event) => hear(event))], routes);
      jobs.work(subscriber, handlers, { concurrency: 1 });
    };
    listen('left', (event) => left.push(event));
    listen('right', (event) => right.push(event));
  });
  afterAll(async () => {
    await jobs.close();
    await world.close();
    await store.stop();
  });

  beforeEach(async () => {
    await world.database.query('delete from organization.outbox');
    left = [];
    right = [];
    relay = relayInto(jobs);
  });
  afterEach(() => relay.close());

  const relayInto = (into: JobSystem): OutboxRelay => {
    const { database } = world.subgraph('organization');
    return new OutboxRelay({ database, jobs: into, clock: world.clock, logger, routes, pollMs: 10, batchSize: 3 });
  };

  const committeeId = someId();
  const emit = (aggregateId: string, ...steps: number[]) =>
    world.context('organization', systemActor(committeeId)).transaction(async (tx) => {
      for (const step of steps) tx.emit(stepTaken, aggregateId, { step });
    });
  const emitUnrouted = (aggregateId: string) =>
    world.context('organization', systemActor(committeeId)).transaction(async (tx) => {
      tx.emit(unrouted, aggregateId, {});
    });
  const rows = () =>
    world.database.query<OutboxRow>(
      `select published_at is not null as published, parked_at is not null as parked, attempts, error
       from organization.outbox order by id`,
    );
  const steps = (events: EventDelivery<{ step: number }>[]) => events.map(({ payload }) => payload.step);
  /** A test ends when nothing of it is on its way any more: the next one would hear the rest. */
  const bothHear = (...expected: number[]) =>
    eventually(() => expect([steps(left), steps(right)]).toEqual([expected, expected]));

  it('hands every event to every listener, in its order, and marks it', async () => {
    const thing = someId();
    await emit(thing, 1, 2, 3, 4, 5);
    await relay.drain();
    await bothHear(1, 2, 3, 4, 5);
    expect(left[0]).toMatchObject({ committeeId, aggregateId: thing, occurredAt: world.clock.now() });
    expect((await rows()).every(({ published }) => published)).toBe(true);
  });

  it('finds new events by itself while it runs', async () => {
    relay.start();
    await emit(someId(), 1);
    await bothHear(1);
    await emit(someId(), 2);
    await bothHear(1, 2);
  });

  it('sends nothing of a transaction that failed', async () => {
    const failing = world.context('organization', systemActor(committeeId)).transaction(async (tx) => {
      tx.emit(stepTaken, someId(), { step: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await emit(someId(), 2);
    await relay.drain();
    await bothHear(2);
  });

  it('hands over once when it dies between the queue and its mark', async () => {
    await emit(someId(), 1, 2);
    await world.database.query(`
      create function organization.refuse() returns trigger language plpgsql as $$ begin raise 'crash'; end $$`);
    await world.database.query(`
      create trigger refuse before update on organization.outbox for each row execute function organization.refuse()`);
    await expect(relay.drain()).rejects.toThrow('crash');
    await bothHear(1, 2);
    await world.database.query('drop function organization.refuse cascade');

    await emit(someId(), 3);
    await relay.drain();
    await bothHear(1, 2, 3);
    expect((await rows()).map(({ published }) => published)).toEqual([true, true, true]);
  });

  it('neither doubles nor loses events when several run at once', async () => {
    const expected = Array.from({ length: 20 }, (_, index) => index);
    await emit(someId(), ...expected);
    const others = [relayInto(jobs), relayInto(jobs)];
    for (const each of [relay, ...others]) each.start();
    await bothHear(...expected);
    await Promise.all(others.map((each) => each.close()));
  });

  it('is not overtaken by another while it waits for its queue', async () => {
    await emit(someId(), 1, 2, 3, 4, 5);
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const waiting = new JobSystem({ ...NOWHERE, url: `postgres://nobody@127.0.0.1:${port}/nothing` }, logger);
    const reached = once(silent, 'connection');
    const stuck = expect(relayInto(waiting).drain()).rejects.toThrow();
    const [socket] = (await reached) as [Socket];
    await relay.drain();
    expect((await rows()).map(({ published }) => published)).toEqual([false, false, false, false, false]);
    silent.close();
    socket.destroy();
    await stuck;
    await waiting.close();
    await relay.drain();
    await bothHear(1, 2, 3, 4, 5);
  });

  it('waits for a store that is away and holds nothing against the events', async () => {
    await emit(someId(), 1);
    const away = new JobSystem(NOWHERE, logger);
    await expect(relayInto(away).drain()).rejects.toThrow();
    await away.close();
    expect(await rows()).toEqual([{ published: false, parked: false, attempts: 0, error: null }]);
    await relay.drain();
    await bothHear(1);
  });

  it('parks an event nobody can route, with its error, while other aggregates go on', async () => {
    const stuck = someId();
    await emitUnrouted(stuck);
    await emit(stuck, 2);
    await emit(someId(), 1);
    await relay.drain();
    await bothHear(1);
    expect(await rows()).toMatchObject([
      { published: false, parked: false, error: expect.stringContaining('test.step-forgotten@1') },
      { published: false, attempts: 0 },
      { published: true },
    ]);
    relay.start();
    await bothHear(1, 2);
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ published: false, parked: true, attempts: 5 }, { published: true }, {}]),
    );
  });
});

describe('an event the queue refuses', () => {
  let world: TestWorld;
  let jobs: JobSystem;
  let relay: OutboxRelay;

  beforeAll(async () => {
    world = await createTestWorld({ subgraphs: ['organization'] });
    const { ownerUrl, rolePassword } = world.database;
    await world.database.query(
      `alter table bullmq.job add constraint poison check ((data #>> '{payload,step}') is distinct from '13')`,
    );
    jobs = new JobSystem({ kind: 'postgres', url: roleUrl(ownerUrl, QUEUE_ROLE, rolePassword), maxWorkers: 1 }, logger);
    const { database } = world.subgraph('organization');
    relay = new OutboxRelay({ database, jobs, clock: world.clock, logger, routes });
  });
  afterAll(async () => {
    await relay.close();
    await jobs.close();
    await world.close();
  });

  const emitAndDrain = async (...steps: number[]) => {
    await world.context('organization', systemActor(someId())).transaction(async (tx) => {
      for (const step of steps) tx.emit(stepTaken, someId(), { step });
    });
    return relay.drain();
  };
  const row = async (step: number) => {
    const [found] = await world.database.query(
      `select published_at is not null as published, parked_at is not null as parked, attempts, error
       from organization.outbox where payload->>'step' = $1`,
      [String(step)],
    );
    return found;
  };

  it('goes alone: its neighbours in the batch are delivered', async () => {
    // The batch that has only the refused one left cannot tell it from a store that is full.
    await expect(emitAndDrain(12, 13, 14)).rejects.toThrow('poison');
    for (const step of [12, 14]) expect(await row(step)).toMatchObject({ published: true, error: null });
    expect(await row(13)).toMatchObject({ published: false, attempts: 1, error: expect.stringContaining('poison') });
  });

  it('is parked with its error after five refusals beside others that were taken', async () => {
    for (const step of [15, 16, 17]) await expect(emitAndDrain(step)).rejects.toThrow('poison');
    await emitAndDrain(18);
    expect(await row(13)).toMatchObject({ published: false, parked: true, attempts: 5 });
  });
});
