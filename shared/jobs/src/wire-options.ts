import type { JobsOptions } from 'bullmq';

import type { JobOptions } from './define-job';

const DAY_SECONDS = 24 * 3600;

/** Kept so long, a job's id guards against a second one like it; the failed ones also wait for people to look at. */
const RETENTION = {
  removeOnComplete: { age: DAY_SECONDS, count: 10_000 },
  removeOnFail: { age: 14 * DAY_SECONDS },
} as const;

/** The options of a definition in BullMQ's terms. */
export function wireOptions({ attempts, backoffMs }: JobOptions): JobsOptions {
  return { attempts, backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 }, ...RETENTION };
}
