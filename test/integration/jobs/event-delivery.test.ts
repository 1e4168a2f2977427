import { defineEvent, type EventKey, type EventRoutes, eventKey } from '@hub/contracts';
import { DomainError } from '@hub/core';
import { JobSystem, OutboxRelay, onEvent, subscribeEvents } from '@hub/jobs';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { createTestWorld, someId, systemActor, type TestWorld } from '../../support';
import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

jest.setTimeout(120_000);

const logger = createLogger({ name: 'test', level: 'silent' });
const stepTaken = defineEvent('test.step-taken', 1, z.object({ step: z.int() }));
const unheard = defineEvent('test.step-unheard', 1, z.object({}));

interface OutboxRow {
  readonly published: boolean;
  readonly confirmed: boolean;
  readonly parked: boolean;
  readonly error: string | null;
}

const CONFIRMED = { published: true, confirmed: true, parked: false };
const HANDED_OVER = { published: true, confirmed: false, parked: false };

describe.each(queueStores())('events over %s', (_, openStore) => {
  let store: QueueStore;
  let world: TestWorld;
  let jobs: JobSystem;
  let relay: OutboxRelay;
  let routes: EventRoutes;
  let listeners: [left: string, right: string];
  let heard: string[];
  /** Lets go whoever a test holds. */
  let release: () => void;

  beforeAll(async () => {
    store = await openStore();
    world = await createTestWorld({ subgraphs: ['organization'] });
  });
  afterAll(async () => {
    await world.close();
    await store.stop();
  });

  beforeEach(async () => {
    await world.database.query('delete from organization.outbox');
    // Queues of its own for each test.
    const own = Math.random().toString(36).slice(2);
    listeners = [`left${own}`, `right${own}`];
    routes = new Map<EventKey, readonly string[]>([
      [eventKey(stepTaken), listeners],
      [eventKey(unheard), []],
    ]);
    heard = [];
    release = () => undefined;
    jobs = new JobSystem(store.setting, logger);
    relay = newRelay();
  });
  afterEach(async () => {
    release();
    await relay.close();
    await jobs.close();
  });

  const newRelay = (): OutboxRelay => {
    const { database } = world.subgraph('organization');
    return new OutboxRelay({ database, jobs, clock: world.clock, logger, routes, pollMs: 10, batchSize: 3 });
  };
  /** Notes `left 1`, then does what the test wants of it. */
  const listen = (act: (heard: string) => Promise<void> = async () => undefined) => {
    for (const listener of listeners) {
      const handler = onEvent(stepTaken, async ({ payload }) => {
        const what = `${listener === listeners[0] ? 'left' : 'right'} ${payload.step}`;
        heard.push(what);
        await act(what);
      });
      jobs.work(listener, subscribeEvents(listener, [handler], routes));
    }
  };
  const emit = (...steps: number[]) =>
    world.context('organization', systemActor(someId())).transaction(async (tx) => {
      for (const step of steps) tx.emit(stepTaken, someId(), { step });
    });
  const rows = () =>
    world.database.query<OutboxRow>(
      `select published_at is not null as published, confirmed_at is not null as confirmed,
              parked_at is not null as parked, error
       from organization.outbox order by id`,
    );
  const refuse = (what: string) => async (heardNow: string) => {
    if (heardNow === what) throw new DomainError('CONFLICT', 'POISON', '处理不了');
  };

  it('are confirmed once all who listen have dealt with them, page by page', async () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    listen((what) => (what === 'right 2' ? held : Promise.resolve()));
    await emit(1, 2, 3, 4, 5);
    await relay.drain();
    await eventually(() => expect(heard).toHaveLength(10));
    await eventually(async () => expect(await relay.backlog()).toBe(1));
    expect(await rows()).toMatchObject([CONFIRMED, HANDED_OVER, CONFIRMED, CONFIRMED, CONFIRMED]);
    release();
    await eventually(async () => expect(await relay.backlog()).toBe(0));
    expect((await rows())[1]).toMatchObject(CONFIRMED);
  });

  it('to which nobody listens are confirmed with their hand-over', async () => {
    await world.context('organization', systemActor(someId())).transaction(async (tx) => {
      tx.emit(unheard, someId(), {});
    });
    await relay.drain();
    expect(await rows()).toMatchObject([CONFIRMED]);
  });

  it('are handed over again when the queues are wiped before anybody dealt with them', async () => {
    await emit(1, 2, 3, 4);
    await relay.drain();
    await store.wipe();
    listen();
    relay.start();
    await eventually(async () => expect(await rows()).toMatchObject(Array(4).fill(CONFIRMED)));
    expect(heard.toSorted()).toEqual([1, 2, 3, 4].flatMap((step) => [`left ${step}`, `right ${step}`]).toSorted());
  });

  it('are handed over again when one queue of two lost them', async () => {
    await emit(1);
    await relay.drain();
    await jobs.queue(listeners[0]).forget([`ob-${(await ids())[0]}`]);
    listen();
    relay.start();
    await eventually(async () => expect(await rows()).toMatchObject([CONFIRMED]));
    expect(heard.toSorted()).toEqual(['left 1', 'right 1']);
  });

  it('are dealt with once more at most when the queues are wiped afterwards', async () => {
    listen();
    await emit(1, 2);
    await relay.drain();
    await eventually(() => expect(heard).toHaveLength(4));
    await store.wipe();
    relay.start();
    await eventually(async () => expect(await rows()).toMatchObject([CONFIRMED, CONFIRMED]));
    await store.wipe();
    await relay.watch();
    await relay.drain();
    expect(heard.filter((what) => what === 'left 1').length).toBeLessThanOrEqual(2);
    expect(await rows()).toMatchObject([CONFIRMED, CONFIRMED]);
  });

  it('find their end also when the relay that handed them over is gone', async () => {
    listen();
    await emit(1);
    await relay.drain();
    await relay.close();
    relay = newRelay();
    relay.start();
    await eventually(async () => expect(await rows()).toMatchObject([CONFIRMED]));
    expect(heard.toSorted()).toEqual(['left 1', 'right 1']);
  });

  it('are parked with the error of their job when it failed for good, and hold up nobody', async () => {
    listen(refuse('left 1'));
    await emit(1, 2);
    relay.start();
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ published: true, confirmed: false, parked: true }, CONFIRMED]),
    );
    const [parked] = await rows();
    expect(parked?.error).toMatch(new RegExp(`^${listeners[0]}: POISON: 处理不了$`));
    expect(await relay.backlog()).toBe(0);
    expect(heard.toSorted()).toEqual(['left 1', 'left 2', 'right 1', 'right 2']);
  });

  it('are handed over again, and then parked, when the relay dies while it parks them', async () => {
    listen(refuse('left 1'));
    await emit(1);
    await relay.drain();
    await eventually(() => expect(heard.toSorted()).toEqual(['left 1', 'right 1']));
    await world.database.query(`
      create function organization.refuse() returns trigger language plpgsql as $$ begin raise 'crash'; end $$`);
    await world.database.query(`
      create trigger refuse before update on organization.outbox for each row execute function organization.refuse()`);
    await eventually(() => expect(relay.watch()).rejects.toThrow('crash'));
    await world.database.query('drop function organization.refuse cascade');

    relay.start();
    await eventually(async () => expect(await rows()).toMatchObject([{ parked: true, published: true }]));
    expect(heard.filter((what) => what === 'left 1')).toHaveLength(2);
  });

  const ids = async () =>
    (await world.database.query<{ id: string }>('select id from organization.outbox order by id')).map(({ id }) => id);
});
