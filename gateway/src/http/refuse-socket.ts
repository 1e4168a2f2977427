import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { DomainError } from '@hub/core';

import { errorBody } from './error-body';
import { statusOf } from './error-status';

/** Where there is no response to answer with, the refusal is written to the connection by hand, which then ends. */
export function refuseSocket(socket: Duplex, error: unknown, requestId: string): void {
  const status = error instanceof DomainError ? statusOf(error) : 500;
  const body = errorBody(error, requestId);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
