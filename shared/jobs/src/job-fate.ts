import type { BackendQueue } from './queue-backend';

/** How far a job has come, as its queue knows it. A queue that was wiped knows none. */
export type JobFate =
  | { readonly state: 'unknown' | 'pending' | 'completed' }
  | { readonly state: 'failed'; readonly error: string };

/** BullMQ's words for it. */
const MISSING = -1;
const COMPLETED = 1;
const FAILED = 2;

export async function fateOf(queue: BackendQueue, jobId: string): Promise<JobFate> {
  const [status, value] = (await queue.backend.isFinished(jobId, true)) as [number, string?];
  switch (status) {
    case MISSING:
      return { state: 'unknown' };
    case COMPLETED:
      return { state: 'completed' };
    case FAILED:
      return { state: 'failed', error: value ?? '' };
    default:
      return { state: 'pending' };
  }
}
