import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ReaderActor } from '@hub/core';

/** What the log line says beside method, status and time; filled in as the request is understood. */
export interface ExchangeNotes {
  /** Pattern of the route, so that tokens in paths never reach the log. */
  route: string;
  actor: ReaderActor | null;
  operationName: string | null;
  /** A probe of the platform: logged at debug. */
  probe: boolean;
  /** The client did not take its answer in time, and was cut off. */
  slowReader: boolean;
}

/** One client request on its way through the gateway. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** Query string without `?`. */
  readonly search: string;
  readonly requestId: string;
  /** Aborted when the client leaves before it has its answer. */
  readonly signal: AbortSignal;
  /** Time the client has to take what is sent to it. */
  readonly slowReaderMs: number;
  readonly startedAt: number;
  readonly notes: ExchangeNotes;
}

export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId, slowReaderMs }: Pick<Exchange, 'requestId' | 'slowReaderMs'>,
): Exchange {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  return {
    request,
    response,
    path: mark === -1 ? target : target.slice(0, mark),
    search: mark === -1 ? '' : target.slice(mark + 1),
    requestId,
    signal: leaving.signal,
    slowReaderMs,
    startedAt: performance.now(),
    notes: { route: 'unknown', actor: null, operationName: null, probe: false, slowReader: false },
  };
}
