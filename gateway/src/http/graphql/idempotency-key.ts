import { httpError } from '../http.errors';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,128}$/;

/** A repeated header arrives joined by `, `, and the blank refuses it. */
export function idempotencyKeyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header)) throw httpError('IDEMPOTENCY_KEY_INVALID');
  return header;
}
