import { type Clock, IdFactory } from '@hub/core';
import {
  checkedDoor,
  createExecutor,
  createGateway,
  createOperationGuard,
  createRateLimiter,
  DEFAULT_COST_CEILINGS,
  type DocumentMode,
  type ExecutorLimits,
  type Gateway,
  hubDocuments,
  internalErrorLog,
  LocalFileStore,
  loadSupergraph,
  NO_TELEMETRY,
  observeCalls,
  observeExecutor,
  openDashboards,
  type RateLimiterOptions,
  sessionResolver,
  subgraphFiles,
  type Telemetry,
  traceCalls,
  tracePlanning,
} from '@hub/gateway';
import { type OpenSubgraph, openSubgraph, type SubgraphSettings } from '@hub/graphql';
import { JobSystem, measuredJobs, OutboxRelay, type QueueSetting, workGauges } from '@hub/jobs';
import { loginRole, roleUrl } from '@hub/persistence';
import { connectSignals, Health, type Logger, type Metrics, type Signals } from '@hub/runtime';

import { callInProcess, subscribeInProcess } from './in-process';
import { openQueueBoard } from './queue-board/queue-board';
import { settled } from './settled';
import { SUBGRAPHS } from './subgraphs';

export interface OpenHubOptions {
  readonly ownerUrl: string;
  readonly rolePassword: string;
  readonly queue: QueueSetting;
  /** SDL of the composed graph. */
  readonly supergraph: string;
  readonly settings: SubgraphSettings;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where uploaded files are kept. */
  readonly filesDir: string;
  /** GraphiQL and introspection. */
  readonly development: boolean;
  /** Which documents run; any, when nothing is said. */
  readonly documents?: DocumentMode;
  /** What one operation may be; the usual, when nothing is said. */
  readonly executorLimits?: ExecutorLimits;
  /** How often anybody may ask; as he likes, when nothing is said. */
  readonly rates?: Omit<RateLimiterOptions, 'logger'>;
  readonly trustedProxies?: number;
  /** Rows that a person may export alone; as many as usual, when nothing is said. */
  readonly exportRowsAlone?: number;
  /** What GraphiQL shows first. */
  readonly firstQuery?: string;
  readonly telemetry?: Telemetry;
  /** Of what outboxes, queues and workers do; nothing of it is measured without them. */
  readonly metrics?: Metrics;
  /** An operation that takes longer is a line in the log. */
  readonly slowMs?: number;
}

const SLOW_MS = 2_000;

export interface OpenHub {
  readonly gateway: Gateway;
  readonly subgraphs: ReadonlyMap<string, OpenSubgraph>;
  /** Resolves once every event emitted so far has been dealt with. */
  settled(): Promise<void>;
  /** Stops taking requests, lets running ones and jobs finish, and closes every connection. */
  close(): Promise<void>;
}

/** The hub in one process over a migrated database: five subgraphs, their workers, and the gateway before them. */
export async function openHub(options: OpenHubOptions): Promise<OpenHub> {
  const { logger, clock } = options;
  const signals = connectSignals(options.queue, logger);
  const subgraphs = await openSubgraphs(options, signals);
  const { metrics } = options;
  const jobs = new JobSystem(options.queue, logger, metrics && measuredJobs(metrics));
  const databases = [...subgraphs.values()].map(({ database }) => database);
  if (metrics) workGauges(metrics, { jobs, databases, clock, logger });
  const relays = startWorkers(subgraphs, jobs, options);
  const store = await LocalFileStore.open({ directory: options.filesDir });
  const gateway = buildGateway(subgraphs, jobs, store, signals, options);
  return {
    gateway,
    subgraphs,
    settled: () =>
      settled(
        relays,
        [...subgraphs.keys()].map((name) => jobs.queue(name)),
      ),
    async close() {
      await gateway.close();
      await Promise.all(relays.map((relay) => relay.close()));
      await jobs.close();
      await lastCheckpoints(subgraphs, logger);
      await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
      await signals.close();
      logger.debug({ at: clock.now() }, 'hub closed');
    },
  };
}

/** An orderly end leaves nothing that no checkpoint has seen; one that cannot be taken keeps nothing open. */
async function lastCheckpoints(subgraphs: ReadonlyMap<string, OpenSubgraph>, logger: Logger): Promise<void> {
  for (const { name, trail } of subgraphs.values()) {
    await trail.checkpoint().catch((err: unknown) => logger.error({ err, subgraph: name }, 'no last checkpoint'));
  }
}

async function openSubgraphs(options: OpenHubOptions, signals: Signals): Promise<Map<string, OpenSubgraph>> {
  const { ownerUrl, rolePassword, clock, logger, settings } = options;
  const ids = new IdFactory(clock);
  const opened = SUBGRAPHS.map((subgraph) =>
    openSubgraph(subgraph, {
      databaseUrl: roleUrl(ownerUrl, loginRole(subgraph.database.schema), rolePassword),
      settings,
      signals,
      clock,
      ids,
      reportFault: (err, requestId) => logger.error({ err, requestId, subgraph: subgraph.name }, 'fault in subgraph'),
    }),
  );
  return new Map((await Promise.all(opened)).map((subgraph) => [subgraph.name, subgraph]));
}

function startWorkers(
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
  jobs: JobSystem,
  { clock, logger }: OpenHubOptions,
): OutboxRelay[] {
  return [...subgraphs.values()].map(({ name, database, jobs: implementations, timetable }) => {
    jobs.work(name, implementations);
    jobs.keepTime(name, timetable);
    const relay = new OutboxRelay({ database, jobs, clock, logger });
    relay.start();
    return relay;
  });
}

function buildGateway(
  subgraphs: ReadonlyMap<string, OpenSubgraph>,
  jobs: JobSystem,
  store: LocalFileStore,
  signals: Signals,
  options: OpenHubOptions,
): Gateway {
  const { logger, development, clock, firstQuery } = options;
  const { telemetry = NO_TELEMETRY, slowMs = SLOW_MS } = options;
  const callSubgraph = traceCalls(observeCalls(callInProcess(subgraphs), telemetry));
  const health = new Health({ logger });
  for (const { name, database } of subgraphs.values()) health.check(name, () => database.ping());
  health.check('queues', () => jobs.ping());
  const supergraph = tracePlanning(loadSupergraph(options.supergraph));
  const documents = hubDocuments(clock);
  const dashboards = openDashboards({
    call: callSubgraph,
    mode: options.documents ?? 'open',
    schema: () => supergraph.publicSchema,
    documents,
  });
  const executor = createExecutor({
    supergraph,
    callSubgraph: checkedDoor(documents)(callSubgraph, supergraph),
    subscribeSubgraph: subscribeInProcess(subgraphs),
    introspection: development,
    guard: createOperationGuard({ ceilings: DEFAULT_COST_CEILINGS }),
    ...options.executorLimits,
    onInternalError: internalErrorLog(logger),
    telemetry,
  });
  return createGateway({
    executor: observeExecutor(executor, { telemetry, logger, slowMs }),
    telemetry,
    ...dashboards,
    resolveSession: sessionResolver(callSubgraph),
    accessTokenKey: options.settings.accessTokenKey,
    development,
    logger,
    isReady: () => health.readiness(),
    signals,
    clock,
    limits: {
      trustedProxies: options.trustedProxies ?? 0,
      ...(options.exportRowsAlone === undefined ? {} : { exportRowsAlone: options.exportRowsAlone }),
    },
    ...(options.rates ? { rates: createRateLimiter({ ...options.rates, logger }) } : {}),
    files: subgraphFiles(callSubgraph, store),
    operations: openQueueBoard([...subgraphs.keys()].map((name) => jobs.queue(name))),
    ...(firstQuery ? { firstQuery } : {}),
  });
}
