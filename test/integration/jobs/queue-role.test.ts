import { defineJob, JobSystem, migrateQueues, QUEUE_ROLE } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';
import { Client } from 'pg';
import { z } from 'zod';

import { createTestDatabase, type TestDatabase } from '../../support';

describe('the role of the Postgres queues', () => {
  let database: TestDatabase;
  let url: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    url = roleUrl(database.ownerUrl, QUEUE_ROLE, database.rolePassword);
  });
  afterAll(() => database.drop());

  it('survives a second migration with the jobs that wait', async () => {
    const jobs = new JobSystem(
      { kind: 'postgres', url, maxWorkers: 1 },
      createLogger({ name: 'test', level: 'silent' }),
    );
    const wait = defineJob({ name: 'wait', payload: z.object({}) });
    await jobs.queue('test').add(wait, { id: 'wait-1', payload: {} });
    await migrateQueues(database.ownerUrl, database.rolePassword);
    await expect(jobs.queue('test').backlog()).resolves.toBe(1);
    await jobs.close();
  });

  it('can be prepared from several databases at once, although they share it', async () => {
    const other = await createTestDatabase();
    const migrations = [database, other, database, other].map((each) =>
      migrateQueues(each.ownerUrl, each.rolePassword),
    );
    await expect(Promise.all(migrations)).resolves.toHaveLength(4);
    await other.drop();
  });

  it('sees nothing of the subgraphs', async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await expect(client.query('select * from organization.outbox')).rejects.toThrow('permission denied');
    await client.end();
  });
});
