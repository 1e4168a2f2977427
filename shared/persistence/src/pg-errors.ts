import { persistenceError } from './errors';

/** SQLSTATEs that the hub reacts to. */
export const SQLSTATE = {
  uniqueViolation: '23505',
  checkViolation: '23514',
  deadlockDetected: '40P01',
  serializationFailure: '40001',
  insufficientPrivilege: '42501',
  invalidTextRepresentation: '22P02',
} as const;

interface PgError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
}

function pgError(error: unknown): PgError {
  if (typeof error !== 'object' || error === null) return {};
  // TypeORM wraps the driver's error and copies its fields; the raw client throws it as it is.
  return error as PgError;
}

export function sqlState(error: unknown): string | undefined {
  return pgError(error).code;
}

/** True when a unique key of that name refused the row: the database's answer to a race. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = pgError(error);
  return code === SQLSTATE.uniqueViolation && (constraint === undefined || name === constraint);
}

export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === SQLSTATE.deadlockDetected || state === SQLSTATE.serializationFailure;
}

/**
 * What the asker is told: an argument that Postgres cannot read as the uuid it should be was no id. Everything else
 * stays what it is.
 */
export function asRefusal(error: unknown): unknown {
  const { code, message } = pgError(error);
  const noId = code === SQLSTATE.invalidTextRepresentation && message?.includes('uuid');
  return noId ? persistenceError('ID_INVALID') : error;
}
