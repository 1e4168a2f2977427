import { faultReporter, type Logger } from '@hub/runtime';

import { SubgraphCallError } from '../remote/call-error';

/**
 * A fault of ours leaves the hub masked; the request id in the answer leads to this line.
 * Fits `onInternalError` of the executor. Calls to a subgraph fail as often as it is asked, so of each kind of failure
 * one is written at once and then one every ten seconds; that a client left is not written at all.
 */
export function internalErrorLog(logger: Logger): (error: unknown, request: { readonly requestId: string }) => void {
  const reporters = new Map<string, (err: unknown) => void>();
  const reportCall = (error: SubgraphCallError) => {
    const message = `subgraph ${error.subgraph} does not answer`;
    const key = `${error.subgraph} ${error.failure}`;
    const report = reporters.get(key) ?? faultReporter(logger, message);
    reporters.set(key, report);
    report(error);
  };
  return (error, { requestId }) => {
    if (!(error instanceof SubgraphCallError)) logger.error({ requestId, err: error }, 'internal error');
    else if (error.failure !== 'cancelled') reportCall(error);
  };
}
