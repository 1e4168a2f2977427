import { join } from 'node:path';

import { systemClock } from '@hub/core';
import type { DocumentMode, ExecutorLimits, RateLimits, Telemetry } from '@hub/gateway';
import type { SubgraphSettings } from '@hub/graphql';
import { QUEUE_ROLE, type QueueSetting } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import type { Logger, Metrics } from '@hub/runtime';

import { seedDemo } from '../seed/demo';
import type { GivenKeys } from './env';
import { FIRST_QUERIES } from './greeting';
import { migrateHub, yearsAround } from './migrate-hub';
import { type OpenHub, openHub } from './open-hub';
import { openSecrets, type Secrets } from './secrets';
import type { RunStep } from './steps';
import { SUBGRAPHS } from './subgraphs';
import { schemaFiles } from './supergraph';

export interface HubOptions {
  /** Of the owner of the database. */
  readonly databaseUrl: string;
  /** Queues in Redis; without it they are in the database. */
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  /** Of the login roles; without it one is made and kept in the data folder. */
  readonly rolePassword: string | undefined;
  readonly keys?: GivenKeys;
  readonly secondFactor: SubgraphSettings['secondFactor'];
  readonly outside: SubgraphSettings['outside'];
  readonly development: boolean;
  readonly documents: DocumentMode;
  readonly executorLimits?: ExecutorLimits;
  /** Without it anybody may ask as often as he likes. */
  readonly rates?: RateLimits;
  readonly trustedProxies?: number;
  readonly exportRowsAlone?: number;
  readonly logger: Logger;
  readonly telemetry?: Telemetry;
  readonly metrics?: Metrics;
  readonly slowMs?: number;
  readonly step: RunStep;
}

export interface ServeOptions {
  readonly seed: 'none' | 'demo';
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

export interface Hub {
  readonly url: string;
  stop(): Promise<void>;
}

/** The hub on one machine: brings the database up to date, opens everything, listens, and fills an empty demo. */
export async function startHub(options: HubOptions & ServeOptions): Promise<Hub> {
  const hub = await prepareHub(options);
  const listening = await options.step('网关已启动', () => listen(hub, options));
  if (options.seed === 'demo') await fillDemo(hub, options.step);
  return listening;
}

export async function fillDemo(hub: OpenHub, step: RunStep): Promise<void> {
  await step('演示数据已备好', () => orClose(hub, seedDemo(hub, systemClock)));
}

/** A hub over a database that is up to date: everything but the open port. */
export async function prepareHub(options: HubOptions): Promise<OpenHub> {
  const { databaseUrl: ownerUrl, development, logger, step } = options;
  const secrets = openSecrets(options.dataDir);
  const rolePassword = options.rolePassword ?? secrets.rolePassword;
  await step('数据库结构已更新', () => migrateHub({ ownerUrl, rolePassword, years: yearsAround(systemClock.now()) }));
  return step('子图与后台任务已就绪', () =>
    openHub({
      ownerUrl,
      rolePassword,
      settings: subgraphSettings(options, secrets),
      filesDir: join(options.dataDir, 'files'),
      queue: queueSetting(options, rolePassword),
      supergraph: schemaFiles().supergraph,
      clock: systemClock,
      logger,
      development,
      telemetry: options.telemetry,
      metrics: options.metrics,
      slowMs: options.slowMs,
      documents: options.documents,
      executorLimits: options.executorLimits,
      rates: options.rates && { limits: options.rates, redisUrl: options.redisUrl ?? null },
      trustedProxies: options.trustedProxies,
      exportRowsAlone: options.exportRowsAlone,
      firstQuery: FIRST_QUERIES,
    }),
  );
}

export function subgraphSettings(
  { dataDir, keys, secondFactor, outside }: Pick<HubOptions, 'dataDir' | 'keys' | 'secondFactor' | 'outside'>,
  secrets: Secrets,
): SubgraphSettings {
  const { accessTokenKey, auditKey, dataKeys } = secrets;
  return {
    accessTokenKey,
    auditKey: keys?.auditKey ?? auditKey,
    auditDir: join(dataDir, 'audit'),
    // Keys that are given stand over those of the data folder, which still read what was written before.
    dataKeys: {
      versions: new Map([...dataKeys.versions, ...(keys?.dataKeys ?? [])]),
      search: keys?.searchKey ?? dataKeys.search,
    },
    secondFactor,
    outside,
  };
}

export function queueSetting(
  { databaseUrl, redisUrl }: Pick<HubOptions, 'databaseUrl' | 'redisUrl'>,
  rolePassword: string,
): QueueSetting {
  if (redisUrl !== undefined) return { kind: 'redis', url: redisUrl };
  return { kind: 'postgres', url: roleUrl(databaseUrl, QUEUE_ROLE, rolePassword), maxWorkers: SUBGRAPHS.length };
}

async function listen(hub: OpenHub, { host, port }: ServeOptions): Promise<Hub> {
  const listening = await orClose(hub, hub.gateway.listen(port, host));
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${listening.port}`, stop: () => hub.close() };
}

async function orClose<T>(hub: OpenHub, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await hub.close();
    throw error;
  }
}
