import { persistenceError } from './errors';

/** SQLSTATEs that the hub reacts to. */
export const SQLSTATE = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  deadlockDetected: '40P01',
  serializationFailure: '40001',
  insufficientPrivilege: '42501',
  invalidTextRepresentation: '22P02',
  untranslatableCharacter: '22P05',
  characterNotInRepertoire: '22021',
  numericValueOutOfRange: '22003',
  datetimeFieldOverflow: '22008',
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

/** True when a foreign key of that name refused the row: something refers to it that the actor may not see. */
export function isForeignKeyViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: name } = pgError(error);
  return code === SQLSTATE.foreignKeyViolation && name === constraint;
}

/** A unique key lost in a race is among them: tried again, the act sees the other's row and decides by it. */
const RETRYABLE: ReadonlySet<string | undefined> = new Set([
  SQLSTATE.deadlockDetected,
  SQLSTATE.serializationFailure,
  SQLSTATE.uniqueViolation,
]);

export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlState(error));
}

/** What the asker is told of an argument that Postgres cannot take. Everything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  const { code, message } = pgError(error);
  switch (code) {
    case SQLSTATE.invalidTextRepresentation:
      if (message?.includes('uuid')) return persistenceError('ID_INVALID');
      // All JSON is written by JSON.stringify: Postgres finds fault only with lone surrogates in it.
      return message?.includes('type json') ? persistenceError('TEXT_INVALID') : error;
    case SQLSTATE.untranslatableCharacter:
    case SQLSTATE.characterNotInRepertoire:
      return persistenceError('TEXT_INVALID');
    case SQLSTATE.numericValueOutOfRange:
    case SQLSTATE.datetimeFieldOverflow:
      return persistenceError('VALUE_OUT_OF_RANGE');
    default:
      return error;
  }
}
