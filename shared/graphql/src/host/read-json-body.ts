import type { IncomingMessage } from 'node:http';

import { DomainError } from '@hub/core';

/** Room for a thousand entity representations with room to spare; a gateway never sends more in one call. */
const MAX_BYTES = 8 * 1024 * 1024;

export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new DomainError('BAD_USER_INPUT', 'BODY_TOO_LARGE', '请求内容过大。');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', 'BODY_NOT_JSON', '请求内容不是有效的 JSON。', { cause });
  }
}
