import { implementJob, JobSystem, type QueueSetting } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

import { STALLED_INTERVAL_MS, takeForever } from './take-forever.job';

/** A process of its own that starts a job and never finishes it; says so when it has started. */
function workUntilKilled(setting: QueueSetting, subgraph: string): void {
  const jobs = new JobSystem(setting, createLogger({ name: 'doomed', level: 'silent' }));
  const implementation = implementJob(takeForever, ({ jobId }) => {
    process.stdout.write(`${jobId}\n`);
    return new Promise(() => undefined);
  });
  jobs.work(subgraph, [implementation], { stalledIntervalMs: STALLED_INTERVAL_MS });
}

workUntilKilled(JSON.parse(process.argv[2] ?? '') as QueueSetting, process.argv[3] ?? '');
