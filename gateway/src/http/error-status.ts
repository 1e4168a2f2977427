import type { DomainError, ErrorKind } from '@hub/core';

/** Refusals for which HTTP has a status of its own; every other one gets the status of its kind. */
const STATUS_OF_REASON: ReadonlyMap<string, number> = new Map([
  ['METHOD_NOT_ALLOWED', 405],
  ['NOT_ACCEPTABLE', 406],
  ['BODY_TIMEOUT', 408],
  ['HEAD_TIMEOUT', 408],
  ['HEAD_TOO_LARGE', 431],
  ['BODY_TOO_LARGE', 413],
  ['TOO_MANY_STREAMS', 429],
  ['CONTENT_TYPE_REFUSED', 415],
  ['UPLOAD_TIMEOUT', 408],
  ['RATE_LIMITED', 429],
  ['SIGN_IN_RATE_LIMITED', 429],
  ['FILE_TOO_LARGE', 413],
  ['FILE_TYPE_REFUSED', 415],
  ['FILE_TYPE_MISMATCH', 415],
]);

export function statusOf(error: DomainError): number {
  return STATUS_OF_REASON.get(error.reason) ?? statusOfKind(error.kind);
}

function statusOfKind(kind: ErrorKind): number {
  switch (kind) {
    case 'BAD_USER_INPUT':
      return 400;
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'CONFLICT':
      return 409;
    case 'UNAVAILABLE':
      return 503;
  }
}
