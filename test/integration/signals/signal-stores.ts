import { connectSignals, createLogger, type SignalSetting, type Signals } from '@hub/runtime';
import { Redis } from 'ioredis';

import { createTestDatabase } from '../../support';
import { redisInstalled, startRedis } from '../../support/redis';

/** One of the two stores signals travel through, on a server of its own. */
export interface SignalStore {
  readonly kind: SignalSetting['kind'];
  /** Another process of the hub, as far as signals go. */
  connect(): Signals;
  /** Cuts the connections that listen, as a failing network does. */
  cutListeners(): Promise<void>;
  /** Cuts the connections that publish. */
  cutPublishers(): Promise<void>;
  close(): Promise<void>;
}

const logger = createLogger({ name: 'test-signals', level: 'silent' });

async function postgresStore(): Promise<SignalStore> {
  const database = await createTestDatabase();
  const cut = (listens: boolean) =>
    database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'hub-signals' and datname = current_database()
         and (query like 'listen%') = $1`,
      [listens],
    );
  return {
    kind: 'postgres',
    connect: () => connectSignals({ kind: 'postgres', url: database.ownerUrl }, logger),
    cutListeners: async () => void (await cut(true)),
    cutPublishers: async () => void (await cut(false)),
    close: () => database.drop(),
  };
}

async function redisStore(): Promise<SignalStore> {
  const server = await startRedis();
  const admin = new Redis(server.url);
  const cut = (type: 'pubsub' | 'normal') => admin.call('client', 'kill', 'type', type, 'skipme', 'yes');
  return {
    kind: 'redis',
    connect: () => connectSignals({ kind: 'redis', url: server.url }, logger),
    cutListeners: async () => void (await cut('pubsub')),
    cutPublishers: async () => void (await cut('normal')),
    close: async () => {
      admin.disconnect();
      await server.stop();
    },
  };
}

/** Redis may be absent on a person's machine; where tests must be whole (CI), its absence fails them. */
export const SIGNAL_STORES: readonly (readonly [string, () => Promise<SignalStore>])[] = [
  ['Postgres', postgresStore],
  ...(redisInstalled() || process.env.CI ? ([['Redis', redisStore]] as const) : []),
];
