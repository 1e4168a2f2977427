import { QUEUE_ROLE, type QueueSetting } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { Redis } from 'ioredis';

import { createTestDatabase } from '../../support';
import { redisInstalled, startRedis } from '../../support/redis';

/** A real store for queues, for the length of one test file. */
export interface QueueStore {
  readonly setting: QueueSetting;
  /** Forgets every job, as a Redis does that comes up without its data. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

type OpenStore = () => Promise<QueueStore>;

const MAX_WORKERS = 4;

async function openPostgres(): Promise<QueueStore> {
  const database = await createTestDatabase();
  const url = roleUrl(database.ownerUrl, QUEUE_ROLE, database.rolePassword);
  return {
    setting: { kind: 'postgres', url, maxWorkers: MAX_WORKERS },
    // Row by row: a truncation waits for workers that wait for it.
    wipe: async () => void (await database.query('delete from bullmq.job; delete from bullmq.scheduler')),
    stop: () => database.drop(),
  };
}

async function openRedis(): Promise<QueueStore> {
  const server = await startRedis();
  const client = new Redis(server.url);
  return {
    setting: { kind: 'redis', url: server.url },
    wipe: async () => void (await client.flushall()),
    stop: async () => {
      client.disconnect();
      await server.stop();
    },
  };
}

/** The stores the queue tests run against. Redis may be absent on a desk, and is said to be; never in CI. */
export function queueStores(): [name: string, open: OpenStore][] {
  if (redisInstalled()) {
    return [
      ['Postgres', openPostgres],
      ['Redis', openRedis],
    ];
  }
  if (process.env.CI === 'true') throw new Error('redis-server is not installed: the Redis queues would go untested');
  process.stderr.write('redis-server is not installed: the queue tests run on Postgres only\n');
  return [['Postgres', openPostgres]];
}
