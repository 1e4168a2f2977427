import { DomainError } from '@hub/core';
import type { Logger } from '@hub/runtime';

import { internalErrorLog } from '../observability/internal-error-log';
import type { Exchange } from './exchange';
import type { Router } from './router';
import { sendError } from './send-error';

/** Routes an exchange to its end, whatever happens on the way. The promise never rejects. */
export function createAnswer(route: Router, logger: Logger): (exchange: Exchange) => Promise<void> {
  const logInternalError = internalErrorLog(logger);

  async function refuse(exchange: Exchange, error: unknown): Promise<void> {
    const { aborted } = exchange.signal;
    if (isFaultOfOurs(error) && !(aborted && isDeparture(error))) logInternalError(error, exchange);
    if (!aborted) await sendError(exchange, error);
  }

  return async (exchange) => {
    try {
      await route(exchange).catch((error: unknown) => refuse(exchange, error));
    } catch (error) {
      // Not even the refusal could be sent: one connection ends, not the process.
      logInternalError(error, exchange);
      exchange.response.destroy();
    }
  };
}

/** A refusal is the client's; one with a cause hides a fault behind it. */
function isFaultOfOurs(error: unknown): boolean {
  return !(error instanceof DomainError) || error.cause !== undefined;
}

/** What streams and cancelled calls raise when the client leaves: nobody's fault. */
function isDeparture(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const aborted = 'name' in error && error.name === 'AbortError';
  return aborted || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}
