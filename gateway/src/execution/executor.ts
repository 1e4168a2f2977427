import type { CallSubgraph, RequestContext } from '../context';
import type { Supergraph } from '../supergraph';
import { internalError } from './errors/execution-errors';
import { FieldErrors } from './errors/field-errors';
import { MutationRefused, RequestRefused } from './errors/response-error';
import type { ExecuteOptions, ExecutionOutcome, GatewayExecutor, GraphQLRequest } from './executor.type';
import { coerceVariables } from './operation/coerce-variables';
import { conditionKey, settleConditions } from './operation/conditions';
import { DocumentStore } from './operation/document-store';
import { OperationStore } from './operation/operation-store';
import { prepareOperation } from './operation/prepare-operation';
import { findOperation, selectOperation } from './operation/select-operation';
import { NULL } from './projection/projection.type';
import { refusalBody, responseBody } from './response-body';
import { runOperation } from './run-operation';

export interface ExecutorOptions {
  readonly supergraph: Supergraph;
  readonly callSubgraph: CallSubgraph;
  /** Answers `__schema` and `__type`, and suggests names in validation errors. */
  readonly introspection: boolean;
  /** Faults that the client is not told about. */
  readonly onInternalError: (error: unknown, context: RequestContext) => void;
}

export function createExecutor(options: ExecutorOptions): GatewayExecutor {
  const { supergraph, callSubgraph, introspection, onInternalError } = options;
  const schema = supergraph.publicSchema;
  const documents = new DocumentStore(schema, introspection);
  const operations = new OperationStore();

  const prepare = async (request: GraphQLRequest, options: ExecuteOptions) => {
    const { id, document, conditions } = documents.load(request.query);
    const operation = selectOperation(document, request.operationName ?? null, options);
    const variables = coerceVariables(schema, operation, request.variables ?? {}, introspection);
    const key = `${id} ${operation.name?.value ?? ''} ${conditionKey(conditions, variables)}`;
    const prepared = await operations.get(key, () => {
      const settled = settleConditions(document, variables);
      return prepareOperation(supergraph, settled, findOperation(settled, request.operationName ?? null));
    });
    return { prepared, variables, operationName: operation.name?.value ?? null };
  };

  const run = async (request: GraphQLRequest, context: RequestContext, options: ExecuteOptions) => {
    const { prepared, variables, operationName } = await prepare(request, options);
    const errors = new FieldErrors(prepared.paths);
    const data = await runOperation(prepared, { context, variables, errors, callSubgraph, onInternalError });
    return { body: responseBody(data, errors.all, context.requestId), requestError: false, operationName };
  };

  const answerFailure = (error: unknown, context: RequestContext): ExecutionOutcome => {
    if (!(error instanceof RequestRefused)) {
      onInternalError(error, context);
      return { body: responseBody(NULL, [internalError()], context.requestId), requestError: false };
    }
    if (error.cause !== undefined) onInternalError(error.cause, context);
    const body = refusalBody(error.errors, context.requestId);
    return { body, requestError: true, mutationRefused: error instanceof MutationRefused };
  };

  return {
    execute: (request, context, options) =>
      run(request, context, options).catch((error: unknown) => answerFailure(error, context)),
  };
}
