import { createTestCluster } from '@hub/infra/local/postgres';
import { QUEUE_ROLE, type QueueSetting } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';

import { createTestDatabase, type TestDatabase } from '../../support';
import { redisInstalled, startRedis } from '../../support/redis';

export type Backend = 'postgres' | 'redis';

/** Stores of this run alone, all of which may be killed. */
export interface Stores {
  readonly database: TestDatabase;
  readonly queue: QueueSetting;
  /** Kills a store and starts it again. */
  readonly crash: Readonly<Partial<Record<Backend, () => Promise<void>>>>;
  /** Takes away all that queues ever knew. */
  wipeQueues(): Promise<void>;
  stop(): Promise<void>;
}

/** Redis may be absent on a desk, and is said to be; never in CI. */
export function backends(): Backend[] {
  if (redisInstalled()) return ['postgres', 'redis'];
  if (process.env.CI === 'true') throw new Error('redis-server is not installed: its queues would go untested');
  process.stderr.write('redis-server is not installed: the fault run is on Postgres only\n');
  return ['postgres'];
}

/** All tables of the queues but the one that says which they are. */
const WIPE = `do $$ declare tables text; begin
  select string_agg(format('bullmq.%I', tablename), ', ') into tables
  from pg_tables where schemaname = 'bullmq' and tablename <> 'migration';
  execute 'truncate ' || tables;
end $$`;

export async function openStores(backend: Backend): Promise<Stores> {
  const cluster = await createTestCluster('process');
  const database = await createTestDatabase(cluster.url);
  if (backend === 'postgres') {
    const url = roleUrl(database.ownerUrl, QUEUE_ROLE, database.rolePassword);
    return {
      database,
      queue: { kind: 'postgres', url, maxWorkers: 2 },
      crash: { postgres: () => cluster.crash() },
      wipeQueues: async () => {
        await database.query(WIPE);
      },
      stop: async () => {
        await cluster.stop();
      },
    };
  }
  const redis = await startRedis({ appendOnly: true });
  return {
    database,
    queue: { kind: 'redis', url: redis.url },
    crash: { postgres: () => cluster.crash(), redis: () => redis.crash() },
    wipeQueues: () => redis.flush(),
    stop: async () => {
      await redis.stop();
      await cluster.stop();
    },
  };
}
