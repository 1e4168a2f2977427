import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DomainError, IdFactory } from '@hub/core';
import { defineJob, implementJob, JobSystem, QUEUE_ROLE } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { createTestWorld, someId, type TestWorld } from '../../support';
import { eventually } from '../../support/eventually';
import { runHubProgram } from '../../support/hub-program';
import { queueStores } from './queue-stores';

jest.setTimeout(120_000);

const logger = createLogger({ name: 'test', level: 'silent' });
const stumble = defineJob({ name: 'stumble', payload: z.object({}), options: { attempts: 1 } });
const implementation = implementJob(stumble, async () => {
  throw new DomainError('CONFLICT', 'STUMBLED', '绊倒了');
});
const timetable = [{ id: 'stumble-yearly', cron: '30 9 2 1 *', definition: stumble, payload: {} }];

describe('what a person at a terminal sees of the jobs', () => {
  let world: TestWorld;
  let jobs: JobSystem;
  let dataDir: string;
  const parked = { first: '', second: '' };

  beforeAll(async () => {
    world = await createTestWorld({ subgraphs: ['dispatch'] });
    dataDir = mkdtempSync(join(tmpdir(), 'hub-test-jobs-'));
    const { ownerUrl, rolePassword } = world.database;
    jobs = new JobSystem({ kind: 'postgres', url: roleUrl(ownerUrl, QUEUE_ROLE, rolePassword), maxWorkers: 2 }, logger);
  });
  afterAll(async () => {
    await jobs.close();
    await world.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = (name: string, ...args: string[]) => runHubProgram(name, { database: world.database, dataDir }, args);
  const event = async (marks: { published?: string; parked?: string; error?: string }): Promise<string> => {
    const id = new IdFactory(world.clock).next();
    await world.database.query(
      `insert into dispatch.outbox (committee_id, id, event, version, aggregate_id, payload, created_at,
                                    published_at, parked_at, attempts, error)
       values ($1, $2, 'dispatch.test', 3, $1, '{}', now() - interval '90 seconds', $3, $4, 5, $5)`,
      [someId(), id, marks.published ?? null, marks.parked ?? null, marks.error ?? null],
    );
    return id;
  };
  const rowOf = (id: string) =>
    world.database.query(
      'select published_at, parked_at, attempts, error from dispatch.outbox where id = $1 order by id',
      [id],
    );

  it('is calm when nothing is stuck', async () => {
    await jobs.queue('dispatch').applyTimetable(timetable);
    const { code, said } = await run('jobs-status');
    expect(said).toMatch(/^✔ dispatch +事件：待投递 0，待确认 0，搁置 0\n +队列：等待 0，执行 0，延后 1，失败 0$/m);
    expect(said).toMatch(/^ {2}· 定时 stumble-yearly，下次 \d{4}-01-02 09:30$/m);
    expect([code, said]).toEqual([0, expect.stringContaining('事件与任务均无滞留。')]);
  });

  it('names what is stuck, since when and why, and fails', async () => {
    parked.first = await event({
      published: '2020-10-15',
      parked: '2020-10-15T09:05:00+08:00',
      error: 'reports: a\nb',
    });
    parked.second = await event({ parked: '2020-10-15', error: 'no route' });
    await event({});
    await event({ published: '2020-10-15' });
    jobs.work('dispatch', [implementation]);
    await jobs.queue('dispatch').add(stumble, { id: 'stumble-1', payload: {} });
    await eventually(async () => expect((await jobs.queue('dispatch').depth()).failed).toBe(1));
    const { code, said } = await run('jobs-status');
    expect(said).toMatch(/^✘ dispatch +事件：待投递 1，待确认 1，最早 \d{2,} 秒前，搁置 2$/m);
    expect(said).toContain(`  ✘ 事件 ${parked.first} dispatch.test@3，2020-10-15 09:05 搁置：reports: a b\n`);
    expect(said).toMatch(/^ {2}✘ 任务 stumble-1 stumble，\d{4}-\d\d-\d\d \d\d:\d\d 失败：STUMBLED: 绊倒了$/m);
    expect([code, said]).toEqual([1, expect.stringContaining('搁置事件 2 件，失败任务 1 件')]);
  });

  it('one parked event can be put back, and only that one, with an act', async () => {
    await expect(run('jobs-replay', 'dispatch', parked.first)).resolves.toMatchObject({ code: 0 });
    expect(await rowOf(parked.first)).toEqual([{ published_at: null, parked_at: null, attempts: 0, error: null }]);
    expect(await rowOf(parked.second)).toMatchObject([{ error: 'no route', attempts: 5 }]);
    const acts = await world.database.query(
      `select action, actor_name, after from dispatch.audit where object_type = 'event' and object_id = $1`,
      [parked.first],
    );
    expect(acts).toMatchObject([{ action: 'replayEvent', actor_name: 'outbox-replay', after: { parkedAt: null } }]);
    await expect(run('jobs-replay', 'dispatch', parked.first)).resolves.toMatchObject({
      code: 1,
      said: expect.stringContaining(`dispatch 没有搁置的事件 ${parked.first}`),
    });
  });

  it('all that is stuck in one subgraph can be put back', async () => {
    const { code, said } = await run('jobs-replay', 'dispatch');
    expect([code, said]).toEqual([0, expect.stringContaining('共放回事件 1 件，失败任务 1 件')]);
    expect(await rowOf(parked.second)).toMatchObject([{ parked_at: null, attempts: 0 }]);
  });

  it.each([[[]], [['nowhere']], [['dispatch', 'not-an-id']], [['outside', 'not-an-id']]])(
    'refuses %j and says what it needs',
    async (args) => {
      const { code, said } = await run('jobs-replay', ...args);
      expect([code, said]).toEqual([1, expect.stringContaining('请指定子图（organization、dispatch、')]);
    },
  );
});

describe.each(queueStores())('the state of a queue on %s', (_, openStore) => {
  it('counts what it holds, names what failed last, and does it again when asked', async () => {
    const store = await openStore();
    const jobs = new JobSystem(store.setting, logger);
    let fails = true;
    try {
      const queue = jobs.queue('state');
      await queue.applyTimetable(timetable);
      await queue.add(stumble, { id: 'later-1', payload: {}, delayMs: 3_600_000 });
      await queue.add(stumble, { id: 'now-1', payload: {} });
      expect(await queue.depth()).toEqual({ waiting: 1, active: 0, delayed: 2, failed: 0 });
      jobs.work('state', [
        implementJob(stumble, async () => {
          if (fails) throw new DomainError('CONFLICT', 'STUMBLED', '绊倒了');
        }),
      ]);
      await eventually(async () => expect((await queue.depth()).failed).toBe(1));
      expect(await queue.state()).toMatchObject({
        failures: [{ id: 'now-1', name: 'stumble', reason: 'STUMBLED: 绊倒了' }],
        ticks: [{ id: 'stumble-yearly' }],
      });
      fails = false;
      expect(await queue.retryFailed()).toBe(1);
      await eventually(async () =>
        expect(await queue.depth()).toEqual({ waiting: 0, active: 0, delayed: 2, failed: 0 }),
      );
    } finally {
      await jobs.close();
      await store.stop();
    }
  });
});
