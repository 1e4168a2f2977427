import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { IdFactory, type PersonActor, systemClock } from '@hub/core';
import { createSubgraphServer } from '@hub/graphql';
import { prepareHub } from '@hub/infra/local/hub';
import { createTestCluster } from '@hub/infra/local/postgres';
import { seedDemo } from '@hub/infra/seed/demo';
import { NOTHING_OUTSIDE } from '@hub/notify';
import { createLogger, Health } from '@hub/runtime';

import { demoPerson } from '../../support/demo-person';
import { answerParent } from './child';

export interface RealMessage {
  readonly callerKey: string;
}

export interface RealSubgraphs {
  readonly actor: PersonActor;
  readonly urls: Readonly<Record<string, string>>;
}

let stopCluster = (): Promise<void> => Promise.resolve();

/** The hub's five subgraphs on @apollo/server, over a Postgres with the demo committee in it. */
async function open({ callerKey }: RealMessage): Promise<RealSubgraphs> {
  const cluster = await createTestCluster();
  stopCluster = () => cluster.stop();
  const logger = createLogger({ name: 'subgraphs', level: 'error' });
  const hub = await prepareHub({
    databaseUrl: cluster.url,
    redisUrl: undefined,
    dataDir: mkdtempSync(join(tmpdir(), 'hub-bench-data-')),
    rolePassword: undefined,
    secondFactor: 'optional',
    outside: NOTHING_OUTSIDE,
    development: false,
    documents: 'open',
    logger,
    step: async (_, work) => work(),
  });
  await seedDemo(hub, systemClock);
  const urls: Record<string, string> = {};
  for (const subgraph of hub.subgraphs.values()) {
    const server = await createSubgraphServer({
      subgraph,
      callerKey: Buffer.from(callerKey, 'hex'),
      clock: systemClock,
      ids: new IdFactory(systemClock),
      health: new Health({ logger }),
      logger,
      drain: { graceMs: 0, timeoutMs: 1_000 },
    });
    const { port } = await server.listen(0, '127.0.0.1');
    urls[subgraph.name] = `http://127.0.0.1:${port}/graphql`;
  }
  const organization = hub.subgraphs.get('organization');
  if (!organization) throw new Error('the hub has no organization');
  const nobody = { actor: null, requestId: 'bench', idempotencyKey: null };
  const actor = await demoPerson((query, variables) => organization.execute({ query, variables }, nobody), 'registrar');
  return { actor, urls };
}

answerParent<RealMessage>(open, () => stopCluster());
