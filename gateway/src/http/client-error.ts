import type { Duplex } from 'node:stream';

import type { DomainError, IdFactory } from '@hub/core';

import { httpError } from './http.errors';
import { refuseSocket } from './refuse-socket';

/** What the HTTP parser refuses never becomes a request. */
export function answerClientError(ids: IdFactory): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuseSocket(socket, refusalOf(error.code), ids.next());
  };
}

function refusalOf(code: string | undefined): DomainError {
  if (code === 'HPE_HEADER_OVERFLOW') return httpError('HEAD_TOO_LARGE');
  return httpError(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'HEAD_TIMEOUT' : 'REQUEST_MALFORMED');
}
