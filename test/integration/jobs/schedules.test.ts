import { defineJob, implementJob, JobSystem, type Schedule } from '@hub/jobs';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

const logger = createLogger({ name: 'test', level: 'silent' });
const sweep = defineJob({ name: 'sweep', payload: z.object({ of: z.string() }) });
const SHANGHAI_MS = 8 * 3600 * 1000;

describe.each(queueStores())('a timetable on %s', (_, openStore) => {
  let store: QueueStore;
  let subgraph: string;
  let processes: JobSystem[];
  let ticks: { of: string; scheduledFor: Date }[];

  const note = implementJob(sweep, async ({ payload, scheduledFor }) => {
    ticks.push({ of: payload.of, scheduledFor });
  });

  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.stop());

  beforeEach(() => {
    subgraph = `test${Math.random().toString(36).slice(2)}`;
    ticks = [];
    processes = [1, 2].map(() => {
      const process = new JobSystem(store.setting, logger);
      process.work(subgraph, [note]);
      return process;
    });
  });
  afterEach(() => Promise.all(processes.map((process) => process.close())));

  const schedule = (cron: string, of = 'receipts'): Schedule => ({
    id: 'sweep',
    cron,
    definition: sweep,
    payload: { of },
  });
  const apply = (...schedules: Schedule[]) =>
    Promise.all(processes.map((process) => process.queue(subgraph).applyTimetable(schedules)));

  it('means the clock of Shanghai, and tells the job the instant of its tick', async () => {
    const instant = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
    const wall = new Date(instant.getTime() + SHANGHAI_MS);
    await apply(schedule(`${wall.getUTCSeconds()} ${wall.getUTCMinutes()} ${wall.getUTCHours()} * * *`));
    await eventually(() => expect(ticks).toEqual([{ of: 'receipts', scheduledFor: instant }]));
  });

  it('ticks once, however many processes keep it', async () => {
    await apply(schedule('* * * * * *'));
    await eventually(() => expect(ticks.length).toBeGreaterThanOrEqual(3));
    const instants = ticks.map(({ scheduledFor }) => scheduledFor.getTime());
    expect(new Set(instants).size).toBe(instants.length);
    for (const instant of instants) expect(instant % 1000).toBe(0);
  });

  it('changes under the same name', async () => {
    await apply(schedule('0 0 1 1 *', 'nothing for long'));
    await apply(schedule('* * * * * *', 'charges'));
    await eventually(() => expect(ticks.length).toBeGreaterThanOrEqual(2));
    expect(new Set(ticks.map(({ of }) => of))).toEqual(new Set(['charges']));
  });

  it('keeps a tick that came due while no worker ran, when it is applied again', async () => {
    const idle = `${subgraph}idle`;
    const timetable = [schedule('* * * * * *')];
    const [keeper] = processes as [JobSystem];
    await keeper.queue(idle).applyTimetable(timetable);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const restarted = Date.now();
    await keeper.queue(idle).applyTimetable(timetable);
    keeper.work(idle, [note]);
    await eventually(() => expect(ticks.length).toBeGreaterThanOrEqual(1));
    expect(ticks[0]?.scheduledFor.getTime()).toBeLessThan(restarted);
  });

  it('ends what it no longer lists', async () => {
    await apply(schedule('* * * * * *'));
    await eventually(() => expect(ticks.length).toBeGreaterThanOrEqual(1));
    await apply();
    const ended = Date.now();
    const later = { id: 'later-1', payload: { of: 'marker' }, delayMs: 2500 };
    await processes[0]?.queue(subgraph).add(sweep, later);
    await eventually(() => expect(ticks.at(-1)?.of).toBe('marker'));
    expect(ticks.filter(({ of, scheduledFor }) => of !== 'marker' && scheduledFor.getTime() > ended + 1000)).toEqual(
      [],
    );
  });

  it('refuses a payload its job would refuse', async () => {
    await expect(apply({ ...schedule('* * * * * *'), payload: { of: 7 } })).rejects.toBeInstanceOf(z.ZodError);
  });
});
