import type { CallSubgraph, RequestContext, SubgraphResponse } from '../context';
import { openDeadline } from './deadline';
import { responseTooLarge } from './errors/execution-errors';
import { FieldErrors } from './errors/field-errors';
import type { ExecutionLimits } from './execution-limits';
import type { Variables } from './operation/coerce-variables';
import type { PreparedOperation } from './operation/prepare-operation';
import { dataLength, NO_DATA, responseBody } from './response-body';
import { runOperation } from './run-operation';

export interface OperationHost {
  readonly callSubgraph: CallSubgraph;
  readonly onInternalError: (error: unknown, context: RequestContext) => void;
  readonly limits: ExecutionLimits;
}

export interface AskedOperation {
  readonly context: RequestContext;
  readonly variables: Variables;
  /** What the source of a subscription told. */
  readonly event?: SubgraphResponse;
  /** For whoever develops a client. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface OperationAnswer {
  readonly body: Buffer;
  readonly hasErrors: boolean;
}

/** Runs an operation, or what it says of one event, for as long as it may, and writes an answer as large as it may be. */
export async function answerOperation(
  prepared: PreparedOperation,
  { context, variables, event, extensions }: AskedOperation,
  { callSubgraph, onInternalError, limits }: OperationHost,
): Promise<OperationAnswer> {
  const errors = new FieldErrors(prepared.paths);
  const deadline = openDeadline(callSubgraph, context.signal, limits.operationMs);
  const run = { context, variables, event, errors, callSubgraph: deadline.call, onInternalError };
  const answer = await runOperation(prepared, run).finally(() => deadline.close());
  if (dataLength(answer) > limits.responseLength) {
    return {
      body: responseBody(NO_DATA, [responseTooLarge(limits.responseLength)], context.requestId),
      hasErrors: true,
    };
  }
  return {
    body: responseBody(answer, errors.all, context.requestId, extensions),
    hasErrors: errors.all.length > 0,
  };
}
