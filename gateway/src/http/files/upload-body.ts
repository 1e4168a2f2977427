import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

import { fileError } from './file.errors';

/**
 * The body of an upload as a stream of its own: destroying it leaves the connection open for the answer. It fails
 * when the client falls silent or leaves.
 */
export function uploadBody(request: IncomingMessage, idleMs: number): Readable {
  const body = new PassThrough();
  const timer = setTimeout(() => body.destroy(fileError('UPLOAD_TIMEOUT')), idleMs);
  const onData = () => timer.refresh();
  const onClose = () => {
    if (!request.complete) body.destroy(fileError('UPLOAD_INCOMPLETE'));
  };
  // The failure reaches the reader whenever it comes to read; until then nobody else listens for it.
  body.on('error', () => undefined);
  body.once('close', () => {
    clearTimeout(timer);
    // Refreshing a cleared timer would start it again.
    request.off('data', onData);
  });
  request
    .on('data', onData)
    .once('close', onClose)
    .on('error', () => undefined);
  request.pipe(body);
  return body;
}
