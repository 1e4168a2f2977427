import { faultReporter, type Logger } from '@hub/runtime';
import type { Job } from 'bullmq';

interface FaultEmitter {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

interface WorkerEmitter extends FaultEmitter {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
}

/** What goes wrong in the queues of one process, on its way to the log. */
export class QueueFaults {
  #closing = false;

  constructor(private readonly logger: Logger) {}

  /** An emitter without an error listener ends the process at the first dropped connection. */
  watch(emitter: FaultEmitter): void {
    const report = faultReporter(this.logger, 'queue connection failed');
    emitter.on('error', (error) => {
      if (!this.#closing) report(error);
    });
  }

  watchWorker(worker: WorkerEmitter): void {
    this.watch(worker);
    worker.on('failed', (job, error) => {
      const final = job?.finishedOn !== undefined;
      const entry = { job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, final, err: error };
      this.logger[final ? 'error' : 'warn'](entry, 'job failed');
    });
    worker.on('stalled', (jobId) => this.logger.warn({ jobId }, 'job of a lost worker is given to another'));
  }

  /** From now on connections may end as they like: a store that stops right after us ends those still on their way. */
  closing(): void {
    this.#closing = true;
  }
}
