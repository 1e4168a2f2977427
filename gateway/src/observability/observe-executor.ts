import type { Logger } from '@hub/runtime';

import type { RequestContext } from '../context';
import type { ExecutionOutcome, GatewayExecutor } from '../execution/executor.type';
import type { OperationOutcome, SubgraphCallDone, Telemetry } from './telemetry';
import { traceOperations } from './trace';

export interface ObserveOptions {
  readonly telemetry: Telemetry;
  readonly logger: Logger;
  /** An operation that took longer is a line in the log, with the calls it made. */
  readonly slowMs: number;
}

/** Tells of every operation. Its name is told only when its document is registered: others write what they like. */
export function observeExecutor(executor: GatewayExecutor, options: ObserveOptions): GatewayExecutor {
  const { telemetry, logger, slowMs } = options;
  const observed = traceOperations(executor);
  return {
    ...observed,
    async execute(request, context, executeOptions) {
      const startedAt = performance.now();
      const calls: SubgraphCallDone[] = [];
      const outcome = await observed.execute(request, { ...context, calls }, executeOptions);
      const ms = performance.now() - startedAt;
      const name = request.documentId ? (outcome.operationName ?? null) : null;
      telemetry.operationDone({ name, kind: outcome.operationKind ?? 'unknown', outcome: outcomeOf(outcome), ms });
      if (ms >= slowMs) logger.warn(slowLine(context, outcome, ms, calls), 'slow operation');
      return outcome;
    },
  };
}

function outcomeOf({ requestError, hasErrors }: ExecutionOutcome): OperationOutcome {
  if (requestError) return 'refused';
  return hasErrors ? 'partial' : 'ok';
}

/** Who was asked and how long it took; neither variables nor the document. */
function slowLine(
  { requestId }: RequestContext,
  { operationName, operationKind }: ExecutionOutcome,
  ms: number,
  calls: readonly SubgraphCallDone[],
) {
  const asked = calls.map(({ subgraph, outcome, ms }) => `${subgraph} ${Math.round(ms)}ms ${outcome}`);
  return { requestId, operationName, operationKind, ms: Math.round(ms), calls: asked };
}
