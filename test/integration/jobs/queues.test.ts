import { DomainError } from '@hub/core';
import { defineJob, implementJob, type JobImplementation, type JobRun, JobSystem, jobId } from '@hub/jobs';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';
import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

const logger = createLogger({ name: 'test', level: 'silent' });
const greet = defineJob({
  name: 'greet',
  payload: z.object({ who: z.string() }),
  options: { attempts: 3, backoffMs: 5 },
});

interface Seen extends JobRun {
  readonly who: string;
  readonly at: Date;
}

/** Notes every run of `greet`, then does what the test wants of it. */
function greeter(act: (seen: Seen) => Promise<void> = async () => undefined) {
  const seen: Seen[] = [];
  const implementation = implementJob(greet, async ({ payload, ...run }) => {
    const entry = { ...run, who: payload.who, at: new Date() };
    seen.push(entry);
    await act(entry);
  });
  return { seen, implementation };
}

describe.each(queueStores())('queues on %s', (_, openStore) => {
  let store: QueueStore;
  let subgraph: string;
  let jobs: JobSystem;

  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.stop());

  beforeEach(() => {
    // A queue of its own for each test.
    subgraph = `test${Math.random().toString(36).slice(2)}`;
    jobs = new JobSystem(store.setting, logger);
  });
  afterEach(() => jobs.close(1000));

  const work = (...implementations: JobImplementation[]) => jobs.work(subgraph, implementations);

  it('do a job with its payload, once', async () => {
    const { seen, implementation } = greeter();
    await jobs.queue(subgraph).add(greet, { id: jobId('hello', 1), payload: { who: '焦作' } });
    work(implementation);
    await eventually(() => expect(seen).toMatchObject([{ who: '焦作', jobId: 'hello-1', attempt: 1 }]));
  });

  it('refuse a wrong payload where it is asked for, and add none of its batch', async () => {
    const { seen, implementation } = greeter();
    const requests = [
      { id: 'a-1', payload: { who: 'first' } },
      { id: 'a-2', payload: { who: 7 as unknown as string } },
    ];
    await expect(jobs.queue(subgraph).addAll(greet, requests)).rejects.toBeInstanceOf(z.ZodError);
    await jobs.queue(subgraph).add(greet, { id: 'a-3', payload: { who: 'third' } });
    work(implementation);
    await eventually(() => expect(seen).toMatchObject([{ who: 'third' }]));
  });

  it('do not start a delayed job before its time, and tell it the time it was meant for', async () => {
    const { seen, implementation } = greeter();
    work(implementation);
    const added = Date.now();
    await jobs.queue(subgraph).add(greet, { id: 'later-1', payload: { who: 'later' }, delayMs: 300 });
    await eventually(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.at.getTime()).toBeGreaterThanOrEqual(added + 300);
    expect(seen[0]?.scheduledFor.getTime()).toBeGreaterThanOrEqual(added + 300);
    expect(seen[0]?.scheduledFor.getTime()).toBeLessThanOrEqual(seen[0]?.at.getTime() ?? 0);
  });

  it('try a failing job again as often as its definition says, for the same time', async () => {
    const { seen, implementation } = greeter(async () => {
      throw new Error('down');
    });
    work(implementation);
    await jobs.queue(subgraph).add(greet, { id: 'again-1', payload: { who: 'again' } });
    await eventually(() => expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3]));
    expect(new Set(seen.map(({ scheduledFor }) => scheduledFor.getTime())).size).toBe(1);
  });

  it('do not try again what can never succeed', async () => {
    const { seen, implementation } = greeter(async ({ who }) => {
      if (who === 'refused') throw new DomainError('FORBIDDEN', 'NOT_YOURS', '无权办理');
    });
    work(implementation);
    await jobs.queue(subgraph).add(greet, { id: 'never-1', payload: { who: 'refused' } });
    // The delay outlasts every retry the refused job could have had.
    await jobs.queue(subgraph).add(greet, { id: 'after-1', payload: { who: 'after' }, delayMs: 300 });
    await eventually(() => expect(seen.map(({ who }) => who)).toEqual(['refused', 'after']));
  });

  it('pass over an id they still keep, also after it is done', async () => {
    const { seen, implementation } = greeter();
    work(implementation);
    const queue = jobs.queue(subgraph);
    for (const who of ['first', 'second']) await queue.add(greet, { id: 'same-1', payload: { who } });
    await eventually(() => expect(seen).toHaveLength(1));
    await queue.add(greet, { id: 'same-1', payload: { who: 'third' } });
    await queue.add(greet, { id: 'same-2', payload: { who: 'next' } });
    await eventually(() => expect(seen.map(({ who }) => who)).toEqual(['first', 'next']));
  });

  it('try a job they do not know again, as a newer process may know it', async () => {
    const newer = defineJob({ name: 'newer', payload: z.object({}), options: { attempts: 50, backoffMs: 1 } });
    let done = false;
    await jobs.queue(subgraph).add(newer, { id: 'newer-1', payload: {} });
    work(greeter().implementation);
    work(
      implementJob(newer, async () => {
        done = true;
      }),
    );
    await eventually(() => expect(done).toBe(true));
  });

  it('let a running job finish before they close', async () => {
    let finished = false;
    const { seen, implementation } = greeter(async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      finished = true;
    });
    work(implementation);
    await jobs.queue(subgraph).add(greet, { id: 'slow-1', payload: { who: 'slow' } });
    await eventually(() => expect(seen).toHaveLength(1));
    await jobs.close();
    expect(finished).toBe(true);
  });

  it('tell a job to stop when closing has waited long enough, and give it to another worker', async () => {
    const { seen, implementation } = greeter(({ attempt, signal }) => {
      if (attempt > 1) return Promise.resolve();
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    work(implementation);
    await jobs.queue(subgraph).add(greet, { id: 'long-1', payload: { who: 'long' } });
    await eventually(() => expect(seen).toHaveLength(1));
    await jobs.close(50);
    jobs = new JobSystem(store.setting, logger);
    work(implementation);
    await eventually(() => expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2]));
  });

  it('answer a ping while the store is there', async () => {
    await jobs.queue(subgraph).add(greet, { id: 'ping-1', payload: { who: 'ping' } });
    await expect(jobs.ping()).resolves.toBeUndefined();
  });
});
