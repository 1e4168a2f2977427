import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { IdFactory } from '@hub/core';
import { openSubgraph } from '@hub/graphql';
import { launch } from '@hub/infra/distributed/launch';
import { freePort } from '@hub/infra/distributed/placement/free-port';
import { packageRoot } from '@hub/infra/local/package-root';
import { type Backlog, settled } from '@hub/infra/local/settled';
import { seedCommittee } from '@hub/infra/seed/demo';
import { JobSystem, openEvents, outboxState } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

import { buildHub } from './build-hub';
import { HubClient } from './client';
import { createTestDatabase, type TestDatabase } from './database';
import type { DistributedHubOptions, DistributedTestHub } from './hub.type';
import { startRedis } from './redis';
import { TEST_KEYS, TEST_SETTINGS } from './settings';
import { SharedClock } from './shared-clock';
import { SUBGRAPHS, subgraphNamed } from './subgraphs';
import { tickMinute } from './sweep';
import { verifyTrails } from './verify-trails';
import { SEED_MORNING } from './world';

const MOVED_CLOCK = join(packageRoot(__dirname), 'support', 'moved-clock.cjs');
/** Ten processes start at once on two cores, beside other tests. */
const PATIENCE = 10;

/** The processes of docker-compose.yml as they are built, over a database and a Redis of their own. */
export async function createDistributedHub(options: DistributedHubOptions = {}): Promise<DistributedTestHub> {
  buildHub();
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-distributed-'));
  const clockFile = join(folder, 'clock');
  const clock = new SharedClock(clockFile, options.at ?? SEED_MORNING);
  const [database, redis, port] = await Promise.all([createTestDatabase(), startRedis(), freePort()]);
  const processes = await launch({
    given: { databaseUrl: database.ownerUrl, redisUrl: redis.url },
    dataDir: folder,
    host: '127.0.0.1',
    variables: {
      HUB_PORT: String(port),
      HUB_LOG_LEVEL: options.logLevel ?? 'error',
      HUB_ROLE_PASSWORD: database.rolePassword,
      // An empty one is none: the gateway keeps its own.
      HUB_EXPORT_ROWS_ALONE: options.exportRowsAlone === undefined ? '' : String(options.exportRowsAlone),
      ...TEST_KEYS,
    },
    environment: {
      NODE_ENV: 'development',
      HUB_DRAIN_GRACE_MS: String(options.drainGraceMs ?? 0),
      TEST_CLOCK_FILE: clockFile,
    },
    seed: 'none',
    // The database is a clone of the migrated template.
    without: ['migrate'],
    preload: [MOVED_CLOCK],
    patience: PATIENCE,
    output: (line) => void process.stderr.write(`${line}\n`),
    announce: () => undefined,
  });
  const jobs = new JobSystem({ kind: 'redis', url: redis.url }, createLogger({ name: 'test-hub', level: 'error' }));
  const allSettled = () =>
    settled(
      outboxes(database),
      SUBGRAPHS.map(({ name }) => jobs.queue(name)),
    );
  const stop = async () => {
    await processes.stop();
    await jobs.close();
    await redis.stop();
    await verifyTrails(database, join(folder, 'audit'));
    rmSync(folder, { recursive: true, force: true });
  };
  const close = async () => {
    await stop();
    await database.drop();
  };
  try {
    const seeding = options.committee ? fillCommittee(database, folder, clock, allSettled) : undefined;
    await Promise.all([processes.start(), seeding]);
  } catch (error) {
    await close();
    throw error;
  }
  const url = `http://127.0.0.1:${port}`;
  const visitor = new HubClient(url, null);
  return {
    url,
    database,
    clock,
    visitor,
    signIn: (loginName, password) => visitor.signIn(loginName, password),
    settled: allSettled,
    async sweep() {
      await tickMinute(jobs);
      await allSettled();
    },
    process: (name) => processes.process(name),
    async leaveDatabase() {
      await allSettled();
      await stop();
      return database;
    },
    close,
  };
}

/** Through the use case, from this process: there is no door for it in the hub. */
async function fillCommittee(
  database: TestDatabase,
  folder: string,
  clock: SharedClock,
  allSettled: () => Promise<void>,
): Promise<void> {
  const organization = await openSubgraph(subgraphNamed('organization'), {
    databaseUrl: database.urlFor('organization'),
    settings: { ...TEST_SETTINGS, auditDir: join(folder, 'audit') },
    clock,
    ids: new IdFactory(clock),
    reportFault: () => undefined,
  });
  try {
    await seedCommittee({ subgraphs: new Map([['organization', organization]]), settled: allSettled }, clock);
  } finally {
    await organization.close();
  }
}

function outboxes(database: TestDatabase): Backlog[] {
  return SUBGRAPHS.map(({ database: { schema } }) => ({
    backlog: async () => openEvents(await outboxState(database, schema)),
  }));
}
