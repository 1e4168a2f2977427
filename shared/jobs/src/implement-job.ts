import type { Logger } from '@hub/runtime';
import type { ZodType, z } from 'zod';

import { type JobDefinition, type UpgradePayload, wireName } from './define-job';
import type { JobQueue } from './job-queue';

/** What a handler is told about the run it is in. */
export interface JobRun {
  readonly jobId: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** When the job was meant to start. Work that asks "what is due" asks for this instant, not for the present one. */
  readonly scheduledFor: Date;
  readonly logger: Logger;
  /** The queue it came from, for work that falls into parts. */
  readonly queue: Pick<JobQueue, 'add' | 'addAll'>;
  /** Aborts when the process closes and the job has had its time; what is left undone is tried again elsewhere. */
  readonly signal: AbortSignal;
}

export interface JobContext<Payload> extends JobRun {
  readonly payload: Payload;
}

/** A job as a worker knows it: a name, and something that takes what came over the wire. */
export interface JobImplementation {
  readonly name: string;
  /** Names under which earlier versions of it may still wait, and the way from their payload to that of today. */
  readonly earlier?: ReadonlyMap<string, UpgradePayload>;
  run(data: unknown, run: JobRun): Promise<void>;
}

/** Joins a definition with its handler. A job may run more than once: handlers are idempotent. */
export function implementJob<Schema extends ZodType>(
  definition: JobDefinition<Schema>,
  handler: (context: JobContext<z.output<Schema>>) => Promise<void>,
): JobImplementation {
  return {
    name: wireName(definition, definition.version),
    earlier: earlierVersions(definition),
    run: (data, run) => handler({ ...run, payload: definition.payload.parse(data) }),
  };
}

/** Back to the first version from which the steps lead here without a gap. */
function earlierVersions(definition: JobDefinition): ReadonlyMap<string, UpgradePayload> {
  const earlier = new Map<string, UpgradePayload>();
  let upgrade: UpgradePayload = (payload) => payload;
  for (let version = definition.version - 1; version >= 1; version -= 1) {
    const step = definition.upgrade[version];
    if (!step) break;
    const onward = upgrade;
    upgrade = (payload) => onward(step(payload));
    earlier.set(wireName(definition, version), upgrade);
  }
  return earlier;
}
