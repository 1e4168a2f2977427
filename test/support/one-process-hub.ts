import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ManualClock } from '@hub/core';
import { openHub } from '@hub/infra/local/open-hub';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { seedCommittee } from '@hub/infra/seed/demo';
import { JobSystem, QUEUE_ROLE } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';

import { HubClient } from './client';
import { createTestDatabase } from './database';
import type { TestHub, TestHubOptions } from './hub.type';
import { TEST_SETTINGS } from './settings';
import { SUBGRAPHS } from './subgraphs';
import { tickMinute } from './sweep';
import { verifyTrails } from './verify-trails';
import { SEED_MORNING } from './world';

export async function createOneProcessHub(options: TestHubOptions): Promise<TestHub> {
  const clock = new ManualClock(options.at ?? SEED_MORNING);
  const database = await createTestDatabase();
  const { ownerUrl, rolePassword } = database;
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const filesDir = join(folder, 'files');
  const auditDir = join(folder, 'audit');
  const queueUrl = roleUrl(ownerUrl, QUEUE_ROLE, rolePassword);
  const hub = await openHub({
    filesDir,
    ownerUrl,
    rolePassword,
    queue: { kind: 'postgres', url: queueUrl, maxWorkers: SUBGRAPHS.length },
    supergraph: schemaFiles().supergraph,
    settings: { ...TEST_SETTINGS, ...options.settings, auditDir },
    clock,
    logger: options.logger ?? createLogger({ name: 'test-hub', level: 'error' }),
    development: true,
    exportRowsAlone: options.exportRowsAlone,
  });
  try {
    if (options.committee) await seedCommittee(hub, clock);
  } catch (error) {
    // Left open it would work on beside the next suite of this process.
    await hub.close();
    throw error;
  }
  const { port } = await hub.gateway.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const visitor = new HubClient(url, null);
  const queues = new JobSystem(
    { kind: 'postgres', url: queueUrl, maxWorkers: 0 },
    createLogger({ name: 'test-hub', level: 'error' }),
  );
  const stop = async () => {
    await queues.close();
    await hub.close();
    await verifyTrails(database, auditDir);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url,
    database,
    clock,
    visitor,
    signIn: (loginName, password) => visitor.signIn(loginName, password),
    settled: () => hub.settled(),
    async sweep() {
      await tickMinute(queues);
      await hub.settled();
    },
    async leaveDatabase() {
      await hub.settled();
      await stop();
      return database;
    },
    async close() {
      await stop();
      await database.drop();
    },
  };
}
