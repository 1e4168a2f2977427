import { type DestinationStream, type Logger, pino } from 'pino';

import { prettyStream } from './pretty-stream';

export type { Logger };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly name: string;
  readonly level: LogLevel;
  /** One readable line per entry instead of JSON: for a terminal. */
  readonly pretty?: boolean;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/** Keys whose values never reach a log, at the top of an entry or up to two levels down (`req.headers.cookie`). */
const SECRET_KEYS = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'authorization',
  'cookie',
  '["set-cookie"]',
  'databaseUrl',
  'redisUrl',
  'connectionString',
  'idNumber',
];

const NESTINGS = ['', '*', '*.*'];

export function createLogger({ name, level, pretty = false, destination = process.stdout }: LoggerOptions): Logger {
  return pino(
    {
      name,
      level,
      redact: {
        paths: NESTINGS.flatMap((nesting) => SECRET_KEYS.map((key) => join(nesting, key))),
        censor: '[redacted]',
      },
      serializers: { err: describeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pretty ? prettyStream(destination) : destination,
  );
}

/**
 * For entries that hold nothing but ids, names and numbers that the code names one by one: no secrets are looked for in
 * them, which takes more time than the entry itself.
 */
export function plainEntries(logger: Logger): Logger {
  return logger.child({}, { redact: [] });
}

interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly reason?: unknown;
  readonly cause?: DescribedError;
}

/**
 * What a log keeps of an error. Not all its properties, as pino would: errors of drivers carry whole clients, sockets
 * and connection strings.
 */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, reason } = error as { code?: unknown; reason?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function join(nesting: string, key: string): string {
  return nesting === '' || key.startsWith('[') ? `${nesting}${key}` : `${nesting}.${key}`;
}
