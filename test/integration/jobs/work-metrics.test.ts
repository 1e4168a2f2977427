import { defineEvent, type EventRoutes, eventKey } from '@hub/contracts';
import { DomainError } from '@hub/core';
import { defineJob, implementJob, JobSystem, measuredJobs, OutboxRelay, workGauges } from '@hub/jobs';
import { createLogger, type Metrics, openMetrics } from '@hub/runtime';
import { z } from 'zod';

import { createTestWorld, someId, systemActor, type TestWorld } from '../../support';
import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from './queue-stores';

jest.setTimeout(120_000);

const logger = createLogger({ name: 'test', level: 'silent' });
const stepTaken = defineEvent('test.step-taken', 1, z.object({}));
const routes: EventRoutes = new Map([[eventKey(stepTaken), ['organization']]]);
const act = defineJob({ name: 'act', payload: z.object({ what: z.string() }), options: { attempts: 2, backoffMs: 1 } });

describe.each(queueStores())('the numbers of work on %s', (_, openStore) => {
  let store: QueueStore;
  let world: TestWorld;
  let jobs: JobSystem;
  let metrics: Metrics;

  beforeAll(async () => {
    store = await openStore();
    world = await createTestWorld({ subgraphs: ['organization'] });
    metrics = await openMetrics();
    jobs = new JobSystem(store.setting, logger, measuredJobs(metrics));
    const { database } = world.subgraph('organization');
    workGauges(metrics, { jobs, databases: [database], clock: world.clock, logger });
  });
  afterAll(async () => {
    await jobs.close();
    await world.close();
    await store.stop();
  });

  const told = async () => (await metrics.text()).split('\n').filter((line) => /^hub_(outbox|queue|job)/.test(line));

  it('tell how old the oldest event is that nobody dealt with, and where events and jobs wait', async () => {
    const { database } = world.subgraph('organization');
    const relay = new OutboxRelay({ database, jobs, clock: world.clock, logger, routes });
    await world.context('organization', systemActor(someId())).transaction(async (tx) => {
      tx.emit(stepTaken, someId(), {});
    });
    world.clock.advance(90_000);
    expect(await told()).toEqual([
      'hub_outbox_lag_seconds{subgraph="organization"} 90',
      'hub_outbox_events{subgraph="organization",state="waiting"} 1',
      'hub_outbox_events{subgraph="organization",state="unconfirmed"} 0',
      'hub_outbox_events{subgraph="organization",state="parked"} 0',
      ...['waiting', 'active', 'delayed', 'failed'].map(
        (state) => `hub_queue_jobs{queue="organization",state="${state}"} 0`,
      ),
    ]);
    await relay.drain();
    world.clock.advance(10_000);
    expect(await told()).toEqual(
      expect.arrayContaining([
        'hub_outbox_lag_seconds{subgraph="organization"} 100',
        'hub_outbox_events{subgraph="organization",state="waiting"} 0',
        'hub_outbox_events{subgraph="organization",state="unconfirmed"} 1',
        'hub_queue_jobs{queue="organization",state="waiting"} 1',
      ]),
    );
    await world.database.query('update organization.outbox set parked_at = now()');
    expect(await told()).toEqual(
      expect.arrayContaining([
        'hub_outbox_lag_seconds{subgraph="organization"} 0',
        'hub_outbox_events{subgraph="organization",state="parked"} 1',
      ]),
    );
    await relay.close();
  });

  it('count runs of jobs by name and outcome; names nobody knows are one', async () => {
    const implementation = implementJob(act, async ({ payload: { what } }) => {
      if (what === 'stumble') throw new Error('stumbled');
      if (what === 'refuse') throw new DomainError('FORBIDDEN', 'NOT_YOURS', '无权办理');
    });
    const other = defineJob({ name: 'other', payload: z.object({}), options: { attempts: 1 } });
    jobs.work('organization', [implementation]);
    await jobs.queue('organization').addAll(
      act,
      ['go', 'stumble', 'refuse'].map((what) => ({ id: `act-${what}`, payload: { what } })),
    );
    await jobs.queue('organization').add(other, { id: 'other-1', payload: {} });
    await eventually(async () => expect(await jobs.queue('organization').backlog()).toBe(0));
    await eventually(async () =>
      expect(await told()).toEqual(
        expect.arrayContaining([
          'hub_job_seconds_count{queue="organization",job="act",outcome="done"} 1',
          'hub_job_seconds_count{queue="organization",job="act",outcome="retried"} 1',
          'hub_job_seconds_count{queue="organization",job="act",outcome="failed"} 2',
          'hub_job_seconds_count{queue="organization",job="unknown",outcome="failed"} 1',
        ]),
      ),
    );
  });

  it('are absent, and not old, when they cannot be read', async () => {
    await world.database.query('alter table organization.outbox rename to outbox_away');
    expect((await told()).filter((line) => line.startsWith('hub_outbox'))).toEqual([]);
    expect((await told()).filter((line) => line.startsWith('hub_queue'))).toHaveLength(4);
    await world.database.query('alter table organization.outbox_away rename to outbox');
    expect((await told()).filter((line) => line.startsWith('hub_outbox'))).toHaveLength(4);
  });
});
