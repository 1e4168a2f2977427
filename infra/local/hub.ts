import { systemClock } from '@hub/core';
import { QUEUE_ROLE, type QueueSetting } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import type { Logger } from '@hub/runtime';

import { FIRST_QUERY } from './greeting';
import { migrateHub, yearsAround } from './migrate-hub';
import { type OpenHub, openHub } from './open-hub';
import { openSecrets } from './secrets';
import type { RunStep } from './steps';
import { SUBGRAPHS } from './subgraphs';
import { schemaFiles } from './supergraph';

export interface HubOptions {
  /** Of the owner of the database. */
  readonly databaseUrl: string;
  /** Queues in Redis; without it they are in the database. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly development: boolean;
  readonly logger: Logger;
  readonly step: RunStep;
}

export interface Hub {
  readonly url: string;
  stop(): Promise<void>;
}

/** The hub on one machine: brings the database up to date, opens everything, and listens. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { databaseUrl: ownerUrl, development, logger, step } = options;
  const { accessTokenKey, rolePassword } = openSecrets(options.dataDir);
  await step('数据库结构已更新', () => migrateHub({ ownerUrl, rolePassword, years: yearsAround(systemClock.now()) }));
  const hub = await step('子图与后台任务已就绪', () =>
    openHub({
      ownerUrl,
      rolePassword,
      accessTokenKey,
      queue: queueSetting(options, rolePassword),
      supergraph: schemaFiles().supergraph,
      clock: systemClock,
      logger,
      development,
      firstQuery: FIRST_QUERY,
    }),
  );
  return step('网关已启动', () => listen(hub, options));
}

function queueSetting({ databaseUrl, redisUrl }: HubOptions, rolePassword: string): QueueSetting {
  if (redisUrl !== undefined) return { kind: 'redis', url: redisUrl };
  return { kind: 'postgres', url: roleUrl(databaseUrl, QUEUE_ROLE, rolePassword), maxWorkers: SUBGRAPHS.length };
}

async function listen(hub: OpenHub, { host, port }: HubOptions): Promise<Hub> {
  try {
    const listening = await hub.gateway.listen(port, host);
    const name = host.includes(':') ? `[${host}]` : host;
    return { url: `http://${name}:${listening.port}`, stop: () => hub.close() };
  } catch (error) {
    await hub.close();
    throw error;
  }
}
