import { jobError } from './jobs.errors';

const PART = /^[A-Za-z0-9._-]+$/;

/**
 * An id made from what the job is about and which occurrence it is: `jobId('rm', receiptId, 2, tick)`. Adding an id
 * that is still kept, even as failed, does nothing: so the same occurrence is never queued twice, and a new occurrence
 * must say so in its id. BullMQ takes neither colons nor ids of digits alone.
 */
export function jobId(kind: string, ...occurrence: readonly (string | number)[]): string {
  const parts = [kind, ...occurrence.map(String)];
  const id = parts.join('-');
  if (!parts.every((part) => PART.test(part)) || !/[A-Za-z]/.test(kind)) throw jobError('JOB_ID_INVALID', { id });
  return id;
}

/** The id of a part that a tick hands out: once a tick, and with the next one anew. Ids of ticks have colons. */
export const tickJobId = (kind: string, tick: string, ...part: readonly (string | number)[]): string =>
  jobId(kind, tick.replaceAll(':', '.'), ...part);
