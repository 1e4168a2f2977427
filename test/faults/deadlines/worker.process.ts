import { EVENT_ROUTES } from '@hub/contracts';
import { IdFactory, systemClock } from '@hub/core';
import { dispatch } from '@hub/dispatch';
import { openSubgraph, type Subgraph } from '@hub/graphql';
import { JobSystem, OutboxRelay, type QueueSetting } from '@hub/jobs';
import { organization } from '@hub/organization';
import { createLogger } from '@hub/runtime';

import { TEST_SETTINGS } from '../../support/settings';

/** What the run tells its workers, as JSON in their environment. */
export interface WorkerSetting {
  readonly databaseUrls: Readonly<Record<string, string>>;
  readonly queue: QueueSetting;
  readonly auditDir: string;
  /** Where mail of the run goes. */
  readonly smtpUrl: string;
}

/** A killed worker's jobs are another's this soon: the run has no half minutes. */
const STALLED_MS = 3_000;
/** The hub looks each minute or half minute; a run in which hours pass in seconds looks each second. */
const OFTEN = '* * * * * *';
const BY_THE_MINUTE = new Set(['sweep-deadlines', 'sweep-outside']);

/** Nobody of the run waits for what the other subgraphs would do. */
const SUBGRAPHS: readonly Subgraph[] = [organization, dispatch];
const names = SUBGRAPHS.map(({ name }) => name);
const routes = new Map([...EVENT_ROUTES].map(([key, to]) => [key, to.filter((name) => names.includes(name))]));

const setting = JSON.parse(process.env.TEST_WORKER ?? '') as WorkerSetting;
const outside = {
  ...TEST_SETTINGS.outside,
  email: { url: setting.smtpUrl, from: 'hub@gw.example.cn' },
};
const logger = createLogger({ name: `worker-${process.pid}`, level: 'error' });
const jobs = new JobSystem(setting.queue, logger);

/** As the worker of a subgraph does its work, with jobs and relay in one process that may be gone at any moment. */
async function work(definition: Subgraph): Promise<void> {
  const subgraph = await openSubgraph(definition, {
    databaseUrl: setting.databaseUrls[definition.name] ?? '',
    settings: { ...TEST_SETTINGS, auditDir: setting.auditDir, outside },
    clock: systemClock,
    ids: new IdFactory(systemClock),
    reportFault: (error) => logger.error({ err: error }, 'fault'),
  });
  jobs.work(subgraph.name, subgraph.jobs, { stalledIntervalMs: STALLED_MS });
  jobs.keepTime(
    subgraph.name,
    subgraph.timetable.map((schedule) => (BY_THE_MINUTE.has(schedule.id) ? { ...schedule, cron: OFTEN } : schedule)),
  );
  new OutboxRelay({ database: subgraph.database, jobs, clock: systemClock, logger, routes }).start();
}

async function main(): Promise<void> {
  await Promise.all(SUBGRAPHS.map(work));
  process.send?.('up');
}

// Whoever started it is gone: so is this.
process.once('disconnect', () => process.exit(0));
void main();
