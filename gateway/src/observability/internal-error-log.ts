import type { Logger } from '@hub/runtime';

/**
 * A fault of ours leaves the hub masked; the request id in the answer leads to this line.
 * Fits `onInternalError` of the executor.
 */
export function internalErrorLog(logger: Logger): (error: unknown, request: { readonly requestId: string }) => void {
  return (error, { requestId }) => logger.error({ requestId, err: error }, 'internal error');
}
