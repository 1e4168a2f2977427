import { DomainError } from '@hub/core';

/** A refusal in the shape of a GraphQL answer that never ran: no `data` entry. */
export function errorBody(error: unknown, requestId: string): string {
  const { message, extensions } = error instanceof DomainError ? refusal(error) : MASKED;
  return JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId } }] });
}

/** Faults of ours say nothing but that they are ours. */
const MASKED = {
  message: '系统内部错误，请稍后重试；如仍出现，请将请求编号告知管理员。',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

function refusal({ message, kind, reason, details }: DomainError) {
  const extensions = { code: kind, reason };
  return { message, extensions: Object.keys(details).length === 0 ? extensions : { ...extensions, details } };
}
