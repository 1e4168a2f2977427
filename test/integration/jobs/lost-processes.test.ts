import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

import { implementJob, JobSystem, QUEUE_ROLE, type QueueSetting } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';

import { createTestDatabase } from '../../support';
import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';
import { STALLED_INTERVAL_MS, takeForever } from './take-forever.job';

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

it('a worker that starts before its Postgres answers waits quietly, and works from then on', async () => {
  const database = await createTestDatabase();
  const url = new URL(roleUrl(database.ownerUrl, QUEUE_ROLE, database.rolePassword));
  const behind = { port: Number(url.port), host: url.hostname };
  const gate = createServer((socket) => {
    const through = connect(behind);
    socket.pipe(through).pipe(socket);
    for (const end of [socket, through]) end.on('error', () => undefined);
  });
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const { port } = gate.address() as AddressInfo;
  await new Promise((resolve) => gate.close(resolve));
  url.port = String(port);
  const told: string[] = [];
  const heard = createLogger({ name: 'test', level: 'error', destination: { write: (line) => void told.push(line) } });
  const jobs = new JobSystem({ kind: 'postgres', url: url.href, maxWorkers: 1 }, heard);
  const done: string[] = [];
  try {
    jobs.work(SUBGRAPH, [implementJob(takeForever, async ({ jobId }) => void done.push(jobId))]);
    await eventually(() => expect(told.join()).toContain('queue connection failed'));
    gate.listen(port, '127.0.0.1');
    await eventually(() => jobs.queue(SUBGRAPH).add(takeForever, { id: 'early-1', payload: {} }));
    await eventually(() => expect(done).toEqual(['early-1']));
  } finally {
    await jobs.close();
    gate.close();
    await database.drop();
  }
});
