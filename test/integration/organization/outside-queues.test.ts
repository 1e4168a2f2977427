import { noticeRequested } from '@hub/contracts';
import { JobSystem } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

import { eventually } from '../../support/eventually';
import { type QueueStore, queueStores } from '../jobs/queue-stores';
import { reminder } from './notice-world';
import { createOutsideWorld, type OutsideWorld } from './outside-world';

const logger = createLogger({ name: 'test', level: 'silent' });

let o: OutsideWorld;
beforeAll(async () => {
  o = await createOutsideWorld();
});
afterAll(() => o.closeAll());

describe.each(queueStores())('what leaves the hub, with its jobs on %s', (_, openStore) => {
  let store: QueueStore;
  let workers: JobSystem[];

  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.stop());

  beforeEach(async () => {
    await o.reset();
    const { jobs } = o.world.subgraph('organization');
    workers = [1, 2].map(() => {
      const system = new JobSystem(store.setting, logger);
      system.work('organization', jobs);
      return system;
    });
  });
  afterEach(() => Promise.all(workers.map((worker) => worker.close())));

  it('goes out as soon as it is lined up', async () => {
    const clerk = await o.clerkAt(1);
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    const notice = reminder(o, { addressees: [{ to: 'UNIT_DESK', organizationId: clerk.organizationId }] });
    const id = o.world.ids.next();
    const data = { id, committeeId: o.committeeId, aggregateId: id, createdAt: notice.requestedAt, payload: notice };
    const options = { attempts: 1, backoffMs: 0 };
    await workers[0]
      ?.queue('organization')
      .put([{ name: `${noticeRequested.name}@${noticeRequested.version}`, id: `ob-${id}`, data, options }]);
    await eventually(() => expect(o.mail.mails).toHaveLength(1));
    await eventually(async () => expect((await o.delivery(notice.noticeId)).state).toBe('SENT'));
  });

  it('is found by the clock where nobody has asked for it', async () => {
    const clerk = await o.clerkAt(1);
    await o.wants(clerk, 'EMAIL', 'clerk@unit.example.cn');
    await o.tellMany(clerk, 5);
    const { timetable } = o.world.subgraph('organization');
    const sweep = timetable.find(({ id }) => id === 'sweep-outside');
    if (!sweep) throw new Error('nothing sweeps');
    expect(sweep.cron).toBe('*/30 * * * * *');
    await workers[0]?.queue('organization').applyTimetable([{ ...sweep, cron: '* * * * * *' }]);
    await eventually(() => expect(o.mail.mails).toHaveLength(5));
    expect(new Set(o.mail.mails.map(({ messageId }) => messageId)).size).toBe(5);
  });
});
