import type { JobsOptions } from 'bullmq';

import type { JobOptions } from './define-job';

/** The options of a definition in BullMQ's terms. How long a job is kept is said by its worker. */
export function wireOptions({ attempts, backoffMs }: JobOptions): JobsOptions {
  return { attempts, backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 } };
}
