import type { IncomingMessage } from 'node:http';

import { httpError } from './http.errors';
import type { GatewayLimits } from './limits';

type BodyLimits = Pick<GatewayLimits, 'bodyBytes' | 'bodyTimeoutMs'>;

/** Reads a whole body into memory: never more than the limit, never slower than the limit. */
export function readBody(request: IncomingMessage, { bodyBytes, bodyTimeoutMs }: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) {
    return Promise.reject(httpError('BODY_TOO_LARGE', { limit: bodyBytes }));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => settle(() => reject(httpError('BODY_TIMEOUT'))), bodyTimeoutMs);
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyBytes) settle(() => reject(httpError('BODY_TOO_LARGE', { limit: bodyBytes })));
      else chunks.push(chunk);
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, size)));
    const onCut = () => settle(() => reject(httpError('BODY_INCOMPLETE')));
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onCut);
      finish();
    };
    // A cut connection raises `error` before `close`; the listener keeps it from being thrown, `close` answers it.
    request
      .on('data', onData)
      .once('end', onEnd)
      .once('close', onCut)
      .on('error', () => undefined);
  });
}
