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
  /** Which shape of the payload this is. */
  readonly version: number;
  /** Ids and small facts; the handler reads the rows fresh. */
  readonly payload: Schema;
  /** From the payload of an earlier version to that of the next one: jobs of before an upgrade may still wait. */
  readonly upgrade: Readonly<Record<number, UpgradePayload>>;
  readonly options: JobOptions;
}

export type UpgradePayload = (earlier: unknown) => unknown;

interface JobSpec<Schema extends ZodType> {
  readonly name: string;
  readonly version?: number;
  readonly payload: Schema;
  readonly upgrade?: Readonly<Record<number, UpgradePayload>>;
  readonly options?: Partial<JobOptions>;
}

export function defineJob<Schema extends ZodType>(spec: JobSpec<Schema>): JobDefinition<Schema> {
  const { name, version = 1, payload, upgrade = {}, options } = spec;
  return { name, version, payload, upgrade, options: { ...DEFAULT_JOB_OPTIONS, ...options } };
}

/**
 * What a queue calls the job. The version is a part of it, as with events: a process that does not know it yet leaves the
 * job to one that does, and does not take it for one of its own.
 */
export function wireName({ name }: Pick<JobDefinition, 'name'>, version: number): string {
  return version === 1 ? name : `${name}@${version}`;
}

export type JobInput<Definition extends JobDefinition> = z.input<Definition['payload']>;
