import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { JobQueue } from '@hub/jobs';
import type { Job, Queue } from 'bullmq';

const HIDDEN = '（不显示）';

/**
 * A queue as the board may show it: which jobs it has, how far they are and how often they were tried. What they carry,
 * what they answered and what they failed with can hold words of people, so it never gets as far as the board. The
 * terminal (`jobs:status`) tells why something is stuck.
 */
export class ShownQueue extends BullMQAdapter {
  constructor({ queue }: JobQueue) {
    // Its type names queues on Redis; it reads those on Postgres as well.
    super(queue as unknown as Queue, { readOnlyMode: true });
  }

  override async getJob(id: string): Promise<Job | undefined> {
    const job = await super.getJob(id);
    return job && bared(job);
  }

  override async getJobs(...asked: Parameters<BullMQAdapter['getJobs']>): Promise<Job[]> {
    return (await super.getJobs(...asked)).map(bared);
  }

  override async getJobLogs(): Promise<string[]> {
    return [];
  }

  override async getJobSchedulers(): ReturnType<BullMQAdapter['getJobSchedulers']> {
    return (await super.getJobSchedulers()).map(({ template: _payload, ...schedule }) => schedule);
  }

  /** The tree of a job would be read past this class. */
  override async getFlowProducer(): Promise<null> {
    return null;
  }
}

/** The board reads a job by its `toJSON` alone. What is not named here is not shown, also what comes with an update. */
function bared(job: Job): Job {
  const { id, name, timestamp, processedOn, finishedOn, delay, attemptsMade, failedReason, opts } = job.toJSON();
  const { attempts, backoff, priority, removeOnComplete, removeOnFail } = opts;
  const shown = {
    id,
    name,
    timestamp,
    processedOn,
    finishedOn,
    delay,
    attemptsMade,
    opts: { attempts, backoff, priority, removeOnComplete, removeOnFail },
    progress: 0,
    data: HIDDEN,
    returnvalue: null,
    stacktrace: null,
    failedReason: failedReason ? HIDDEN : undefined,
  };
  job.toJSON = () => shown as unknown as ReturnType<Job['toJSON']>;
  return job;
}
