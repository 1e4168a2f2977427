/**
 * The closed set of ways in which the hub says no. A client branches on `reason`; a dashboard counts `kind`.
 * Anything that is not a DomainError is a fault of ours and leaves the hub masked.
 */
export const ERROR_KINDS = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

export function isErrorKind(value: unknown): value is ErrorKind {
  return ERROR_KINDS.some((kind) => kind === value);
}

export interface DomainErrorOptions {
  /** Plain data that helps the client, never personal data: `{ limit: 200, actual: 10000 }`. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** For the log only. */
  readonly cause?: unknown;
}

export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly kind: ErrorKind,
    readonly reason: string,
    /** For people, in Chinese. */
    message: string,
    options: DomainErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.details = options.details ?? {};
  }
}

export interface ReasonSpec {
  readonly kind: ErrorKind;
  /** For people, in Chinese; `{name}` is filled from the details. */
  readonly message: string;
}

type ErrorFactory<R extends string> = (reason: R, details?: Readonly<Record<string, unknown>>) => DomainError;

/**
 * Declares the failures of one noun: `const receiptError = defineErrors({ RECEIPT_RECALLED: { kind, message } })`.
 * The keys are the only reasons the factory accepts, so a new way to fail is one entry here.
 */
export function defineErrors<R extends string>(specs: Readonly<Record<R, ReasonSpec>>): ErrorFactory<R> {
  return (reason, details = {}) => {
    const spec = specs[reason];
    const message = spec.message.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''));
    return new DomainError(spec.kind, reason, message, { details });
  };
}
