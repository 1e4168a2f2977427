import type { IncomingMessage } from 'node:http';

import { DomainError } from '@hub/core';

import { errorBody } from './error-body';
import { statusOf } from './error-status';
import type { Exchange } from './exchange';
import { chooseMediaType } from './media-type';
import { send } from './send';

/** How much of a refused body is still swallowed, so that the client gets to read why. */
const DISCARD_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 5_000;

export async function sendError(exchange: Exchange, error: unknown): Promise<void> {
  const { request, response, requestId } = exchange;
  if (response.headersSent) {
    // Half an answer cannot be taken back: a cut connection tells the client that it is not whole.
    response.destroy();
    return;
  }
  if (!request.complete) discardRest(request);
  const status = error instanceof DomainError ? statusOf(error) : 500;
  if (status === 429 && error instanceof DomainError) {
    response.setHeader('retry-after', String(error.details.retryAfterSeconds));
  }
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  const mediaType = chooseMediaType(request.headers.accept) ?? 'application/json';
  const contentType = `${mediaType}; charset=utf-8`;
  await send(exchange, { status, contentType, body: errorBody(error, requestId) });
}

/**
 * Closing at once would reset the connection while the client is still sending, and the reset can overtake the
 * answer. So the rest is read and dropped, up to a bound; a client that goes on beyond it is cut off.
 */
function discardRest(request: IncomingMessage): void {
  let discarded = 0;
  const timer = setTimeout(() => request.destroy(), DISCARD_MS);
  timer.unref();
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > DISCARD_BYTES) request.destroy();
  });
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
  request.on('error', () => clearTimeout(timer));
  request.resume();
}
