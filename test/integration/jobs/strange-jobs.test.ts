import { DomainError } from '@hub/core';
import { defineJob, implementJob, JobSystem } from '@hub/jobs';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

jest.setTimeout(120_000);

const logger = createLogger({ name: 'test', level: 'silent' });
const FEW = { attempts: 3, backoffMs: 1 };

// One job, as three releases of the hub wrote it.
const first = defineJob({ name: 'greet', payload: z.object({ who: z.string() }), options: FEW });
const second = defineJob({
  name: 'greet',
  version: 2,
  payload: z.object({ names: z.array(z.string()) }),
  options: FEW,
});
const third = defineJob({
  name: 'greet',
  version: 3,
  payload: z.object({ names: z.array(z.string()), tone: z.enum(['calm', 'loud']) }),
  upgrade: {
    1: (earlier) => ({ names: [(earlier as z.output<typeof first.payload>).who] }),
    2: (earlier) => ({ ...(earlier as z.output<typeof second.payload>), tone: 'calm' }),
  },
  options: FEW,
});
const other = defineJob({ name: 'other', payload: z.object({}), options: FEW });

describe.each(queueStores())('jobs that are not as they should be, on %s', (_, openStore) => {
  let store: QueueStore;
  let subgraph: string;
  let jobs: JobSystem;
  let done: unknown[];

  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.stop());

  beforeEach(() => {
    subgraph = `test${Math.random().toString(36).slice(2)}`;
    jobs = new JobSystem(store.setting, logger);
    done = [];
  });
  afterEach(() => jobs.close());

  const note = implementJob(third, async ({ payload }) => void done.push(payload));
  const noteOther = implementJob(other, async ({ jobId }) => void done.push(jobId));
  const failures = async () => (await jobs.queue(subgraph).state()).failures;

  it('are done by what their payload means today, whichever version wrote it', async () => {
    const queue = jobs.queue(subgraph);
    await queue.add(first, { id: 'greet-1', payload: { who: '焦作' } });
    await queue.add(second, { id: 'greet-2', payload: { names: ['修武'] } });
    await queue.add(third, { id: 'greet-3', payload: { names: ['温县'], tone: 'loud' } });
    jobs.work(subgraph, [note], { concurrency: 1 });
    await eventually(() =>
      expect(done).toEqual([
        { names: ['焦作'], tone: 'calm' },
        { names: ['修武'], tone: 'calm' },
        { names: ['温县'], tone: 'loud' },
      ]),
    );
  });

  it('wait for a process that knows their version when this one is older', async () => {
    const patient = { ...third, options: { attempts: 50, backoffMs: 1 } };
    await jobs.queue(subgraph).add(patient, { id: 'greet-1', payload: { names: ['武陟'], tone: 'loud' } });
    jobs.work(subgraph, [implementJob(first, async () => void done.push('by the older one'))]);
    jobs.work(subgraph, [note]);
    await eventually(() => expect(done).toEqual([{ names: ['武陟'], tone: 'loud' }]));
  });

  it('end where everybody sees them when no step leads from their version, and hold up nobody', async () => {
    const withoutFirst = { ...third, upgrade: { 2: third.upgrade[2] as (earlier: unknown) => unknown } };
    await jobs.queue(subgraph).add(first, { id: 'greet-1', payload: { who: '焦作' } });
    await jobs.queue(subgraph).add(other, { id: 'other-1', payload: {} });
    jobs.work(subgraph, [implementJob(withoutFirst, async () => void done.push('wrong')), noteOther]);
    await eventually(async () =>
      expect(await failures()).toMatchObject([{ id: 'greet-1', reason: '本进程尚不认识任务“greet”。' }]),
    );
    await eventually(() => expect(done).toEqual(['other-1']));
  });

  it('end at once when their payload is of no version, and say what is wrong with it', async () => {
    const careless = { ...third, payload: z.any() };
    await jobs.queue(subgraph).add(careless, { id: 'greet-1', payload: { names: '焦作', tone: 'calm' } });
    await jobs.queue(subgraph).add(other, { id: 'other-1', payload: {} });
    jobs.work(subgraph, [note, noteOther]);
    await eventually(async () =>
      expect(await failures()).toMatchObject([
        { id: 'greet-1', reason: expect.stringMatching(/^payload: [\s\S]*names/) },
      ]),
    );
    await eventually(() => expect(done).toEqual(['other-1']));
  });

  it('are tried again when their thing is gone, end where everybody sees them, and delay nobody meanwhile', async () => {
    const tries: number[] = [];
    const visit = defineJob({ name: 'visit', payload: z.object({}), options: { attempts: 3, backoffMs: 200 } });
    await jobs.queue(subgraph).add(visit, { id: 'visit-1', payload: {} });
    await jobs.queue(subgraph).add(other, { id: 'other-1', payload: {} });
    jobs.work(
      subgraph,
      [
        implementJob(visit, async ({ attempt }) => {
          tries.push(attempt);
          done.push(`visit ${attempt}`);
          throw new DomainError('NOT_FOUND', 'THING_NOT_FOUND', '已不存在');
        }),
        noteOther,
      ],
      { concurrency: 1 },
    );
    await eventually(async () => expect(await failures()).toMatchObject([{ id: 'visit-1', reason: '已不存在' }]));
    expect(tries).toEqual([1, 2, 3]);
    // While the one waits for its next try, the worker does what stands behind it.
    expect(done).toEqual(['visit 1', 'other-1', 'visit 2', 'visit 3']);
  });
});
