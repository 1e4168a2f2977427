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

/** An emitter without an error listener ends the process at the first dropped connection. */
export function logFaults(emitter: FaultEmitter, logger: Logger): void {
  emitter.on('error', faultReporter(logger, 'queue connection failed'));
}

export function logWorkerFaults(worker: WorkerEmitter, logger: Logger): void {
  logFaults(worker, logger);
  worker.on('failed', (job, error) => {
    const final = job?.finishedOn !== undefined;
    const entry = { job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, final, err: error };
    logger[final ? 'error' : 'warn'](entry, 'job failed');
  });
  worker.on('stalled', (jobId) => logger.warn({ jobId }, 'job of a lost worker is given to another'));
}
