import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { DomainError, IdFactory } from '@hub/core';

import { errorBody } from './error-body';
import { statusOf } from './error-status';
import { httpError } from './http.errors';

/** What the HTTP parser refuses never becomes a request: the answer is written to the connection by hand, which then ends. */
export function answerClientError(ids: IdFactory): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal = refusalOf(error.code);
    const requestId = ids.next();
    const body = errorBody(refusal, requestId);
    const status = statusOf(refusal);
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
  };
}

function refusalOf(code: string | undefined): DomainError {
  if (code === 'HPE_HEADER_OVERFLOW') return httpError('HEAD_TOO_LARGE');
  return httpError(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'HEAD_TIMEOUT' : 'REQUEST_MALFORMED');
}
