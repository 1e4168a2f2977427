import { createHash } from 'node:crypto';

/** SHA-256 of a text, lower-case hex: what stands in a log or a signature where the text itself must not. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
