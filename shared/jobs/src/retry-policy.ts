import { DomainError, type ErrorKind } from '@hub/core';
import { UnrecoverableError } from 'bullmq';
import { ZodError } from 'zod';

/**
 * Whether a refusal can turn into a yes by waiting. NOT_FOUND can: events of two aggregates have no order between
 * them, so what a job speaks of may still be on its way.
 */
const WORTH_RETRYING: Readonly<Record<ErrorKind, boolean>> = {
  NOT_FOUND: true,
  UNAVAILABLE: true,
  BAD_USER_INPUT: false,
  UNAUTHENTICATED: false,
  FORBIDDEN: false,
  CONFLICT: false,
};

/** The error a queue should see: one that ends the job at once when no further try can succeed. */
export function queueError(error: unknown): unknown {
  if (error instanceof DomainError && !WORTH_RETRYING[error.kind]) {
    return unrecoverable(`${error.reason}: ${error.message}`, error);
  }
  if (error instanceof ZodError) return unrecoverable(`payload: ${error.message}`, error);
  return error;
}

function unrecoverable(message: string, cause: Error): UnrecoverableError {
  return Object.assign(new UnrecoverableError(message), { cause });
}
