import type { ZodType, z } from 'zod';

export interface JobOptions {
  /** How often the handler is tried in all. */
  readonly attempts: number;
  /** Wait before the second try; it doubles with each further one, give or take, so that failures do not gang up. */
  readonly backoffMs: number;
}

/** With these a job outlives about four minutes of a neighbour being down. */
export const DEFAULT_JOB_OPTIONS: JobOptions = { attempts: 8, backoffMs: 2000 };

/**
 * What can be asked for. Producers import definitions only, so that asking for work does not pull in the code that
 * does it.
 */
export interface JobDefinition<Schema extends ZodType = ZodType> {
  /** Verb and noun: `remind-receipt`. */
  readonly name: string;
  /** Ids and small facts; the handler reads the rows fresh. */
  readonly payload: Schema;
  readonly options: JobOptions;
}

interface JobSpec<Schema extends ZodType> {
  readonly name: string;
  readonly payload: Schema;
  readonly options?: Partial<JobOptions>;
}

export function defineJob<Schema extends ZodType>({ name, payload, options }: JobSpec<Schema>): JobDefinition<Schema> {
  return { name, payload, options: { ...DEFAULT_JOB_OPTIONS, ...options } };
}

export type JobInput<Definition extends JobDefinition> = z.input<Definition['payload']>;
