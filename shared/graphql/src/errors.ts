import { DomainError, type ErrorKind } from '@hub/core';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';

/** Logs what is not a refusal but a fault of ours. */
export type ReportFault = (error: unknown, requestId: string) => void;

/** Exhaustive: a new kind does not compile until its code is chosen. */
function codeOf(kind: ErrorKind): string {
  switch (kind) {
    case 'BAD_USER_INPUT':
    case 'UNAUTHENTICATED':
    case 'FORBIDDEN':
    case 'NOT_FOUND':
    case 'CONFLICT':
    case 'UNAVAILABLE':
      return kind;
    default: {
      const unknown: never = kind;
      throw new Error(`unknown error kind: ${String(unknown)}`);
    }
  }
}

/** What a person reads when the fault is ours. */
export const MASKED = '系统内部错误，请稍后重试；如仍出现，请将请求编号告知管理员。';

/** What leaves a subgraph for a failure: refusals in full, faults masked. */
export function formatError(error: GraphQLError, requestId: string, report: ReportFault): GraphQLFormattedError {
  const { path, locations, originalError } = error;
  const shape = (message: string, extensions: Record<string, unknown>): GraphQLFormattedError => ({
    message,
    ...(path ? { path } : {}),
    ...(locations && !originalError ? { locations } : {}),
    extensions: { ...extensions, requestId },
  });
  if (originalError instanceof DomainError) return shape(originalError.message, refusal(originalError));
  if (originalError instanceof ArgumentValidationError) {
    const fields = invalidFields(originalError.extensions.validationErrors);
    const names = fields.map(({ field }) => field).join('、');
    return shape(`填写不正确：${names}。`, { code: 'BAD_USER_INPUT', reason: 'INPUT_INVALID', details: { fields } });
  }
  // Thrown by graphql-js itself (coercion, validation) or by our scalars: no original error, nothing to hide.
  if (!originalError || originalError instanceof GraphQLError) {
    return shape(error.message, { code: 'BAD_USER_INPUT', ...error.extensions });
  }
  report(originalError, requestId);
  return shape(MASKED, { code: 'INTERNAL_SERVER_ERROR' });
}

function refusal(error: DomainError): Record<string, unknown> {
  const details = Object.keys(error.details).length > 0 ? { details: error.details } : {};
  return { code: codeOf(error.kind), reason: error.reason, ...details };
}

interface InvalidField {
  readonly field: string;
  readonly constraints: readonly string[];
}

function invalidFields(errors: readonly ValidationError[] | undefined, prefix = ''): InvalidField[] {
  return (errors ?? []).flatMap((error) => {
    const field = prefix + error.property;
    const own = error.constraints ? [{ field, constraints: Object.values(error.constraints) }] : [];
    return [...own, ...invalidFields(error.children, `${field}.`)];
  });
}
