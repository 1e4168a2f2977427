import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { implementJob, JobSystem, type QueueSetting } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

import { eventually } from './eventually';
import { type QueueStore, queueStores } from './queue-stores';
import { STALLED_INTERVAL_MS, takeForever } from './take-forever.job';

jest.setTimeout(30_000);

const logger = createLogger({ name: 'test', level: 'silent' });
const SUBGRAPH = 'lost';

const NOWHERE: QueueSetting[] = [
  { kind: 'redis', url: 'redis://127.0.0.1:1' },
  { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/nothing', maxWorkers: 1 },
];

describe.each(queueStores())('a worker on %s', (_, openStore) => {
  let store: QueueStore;

  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.stop());

  it('that is killed loses no job: another does it', async () => {
    const hook = join(__dirname, '../../../infra/scripts/typescript-hook.cjs');
    const program = join(__dirname, 'worker.fixture.ts');
    const args = ['--require', hook, program, JSON.stringify(store.setting), SUBGRAPH];
    const doomed = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const jobs = new JobSystem(store.setting, logger);
    try {
      await jobs.queue(SUBGRAPH).add(takeForever, { id: 'forever-1', payload: {} });
      const [started] = await once(doomed.stdout, 'data');
      expect(String(started).trim()).toBe('forever-1');
      const ended = once(doomed, 'exit');
      doomed.kill('SIGKILL');
      await ended;

      const done: string[] = [];
      const implementation = implementJob(takeForever, async ({ jobId }) => void done.push(jobId));
      jobs.work(SUBGRAPH, [implementation], { stalledIntervalMs: STALLED_INTERVAL_MS });
      await eventually(() => expect(done).toEqual(['forever-1']));
    } finally {
      doomed.kill('SIGKILL');
      await jobs.close();
    }
  });
});

describe.each(NOWHERE)('a $kind store that is away', (setting) => {
  it('is told to whoever adds a job or asks for readiness, and ends no process', async () => {
    const jobs = new JobSystem(setting, logger);
    try {
      await expect(jobs.queue(SUBGRAPH).add(takeForever, { id: 'away-1', payload: {} })).rejects.toThrow();
      await expect(jobs.ping()).rejects.toThrow();
    } finally {
      await jobs.close();
    }
  });
});
