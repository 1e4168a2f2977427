import type { CallSubgraph, RequestContext, SubscribeSubgraph } from '../context';
import type { Telemetry } from '../observability/telemetry';
import type { Supergraph } from '../supergraph';
import { internalError } from './errors/execution-errors';
import { FieldErrors } from './errors/field-errors';
import { MutationRefused, RequestRefused } from './errors/response-error';
import type {
  AnswerStream,
  ExecuteOptions,
  ExecutionOutcome,
  GraphQLRequest,
  OperationVariant,
  StreamOptions,
  WarmableExecutor,
} from './executor.type';
import { coerceVariables, type Variables } from './operation/coerce-variables';
import { conditionKey, settleConditions } from './operation/conditions';
import { DocumentStore, type ValidDocument } from './operation/document-store';
import { OperationStore } from './operation/operation-store';
import { type PreparedOperation, prepareOperation } from './operation/prepare-operation';
import { findOperation, selectOperation } from './operation/select-operation';
import { NULL } from './projection/projection.type';
import { refusalBody, responseBody } from './response-body';
import { runOperation } from './run-operation';
import { runSubscription } from './subscription/run-subscription';

export interface ExecutorOptions {
  readonly supergraph: Supergraph;
  readonly callSubgraph: CallSubgraph;
  /** Without it subscriptions are refused. */
  readonly subscribeSubgraph?: SubscribeSubgraph;
  /** Pauses before a lost source of events is asked again; after the last one its stream ends. */
  readonly resubscribeAfterMs?: readonly number[];
  /** Answers `__schema` and `__type`, and suggests names in validation errors. */
  readonly introspection: boolean;
  /** Faults that the client is not told about. */
  readonly onInternalError: (error: unknown, context: RequestContext) => void;
  readonly telemetry?: Telemetry;
}

const RESUBSCRIBE_AFTER_MS = [250, 1000, 4000, 15_000, 30_000];

interface Prepared {
  readonly prepared: PreparedOperation;
  readonly variables: Variables;
  readonly operationName: string | null;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
}

export function createExecutor(options: ExecutorOptions): WarmableExecutor {
  const { supergraph, callSubgraph, subscribeSubgraph, introspection, onInternalError, telemetry } = options;
  const { resubscribeAfterMs = RESUBSCRIBE_AFTER_MS } = options;
  const schema = supergraph.publicSchema;
  const documents = new DocumentStore(schema, introspection);
  const operations = new OperationStore(telemetry);

  const prepareVariant = (valid: ValidDocument, query: string, operationName: string | null, variables: Variables) => {
    const { id, document, conditions } = valid;
    const share = supergraph.drawShare(Math.random);
    const key = `${id} ${operationName ?? ''} ${conditionKey(conditions, variables)} ${share}`;
    const variant = () => ({ query, operationName, conditions: pick(variables, conditions) });
    return operations.get(key, variant, () => {
      const settled = settleConditions(document, variables);
      return prepareOperation(supergraph, settled, findOperation(settled, operationName), share);
    });
  };

  const prepare = async (request: GraphQLRequest, options: ExecuteOptions): Promise<Prepared> => {
    const valid = documents.load(request.query);
    const operation = selectOperation(valid.document, request.operationName ?? null, options);
    const variables = coerceVariables(schema, operation, request.variables ?? {}, introspection);
    const operationName = operation.name?.value ?? null;
    const prepared = await prepareVariant(valid, request.query, operationName, variables);
    return { prepared, variables, operationName, operationKind: operation.operation };
  };

  const warmOne = async ({ query, operationName, conditions }: OperationVariant): Promise<void> => {
    try {
      await prepareVariant(documents.load(query), query, operationName, conditions);
    } catch {
      // The graph has no such operation any more, or not as it was: whoever asks for it will be told.
    }
  };

  const run = async (request: GraphQLRequest, context: RequestContext, options: ExecuteOptions) =>
    runOnce(await prepare(request, options), context);

  const runOnce = async (operation: Prepared, context: RequestContext) => {
    const { prepared, variables, operationName, operationKind } = operation;
    const errors = new FieldErrors(prepared.paths);
    const data = await runOperation(prepared, { context, variables, errors, callSubgraph, onInternalError });
    const body = responseBody(data, errors.all, context.requestId);
    return { body, requestError: false, operationName, operationKind, hasErrors: errors.all.length > 0 };
  };

  const stream = async (
    request: GraphQLRequest,
    context: RequestContext,
    { allowMutations, renew }: StreamOptions,
  ): Promise<ExecutionOutcome | AnswerStream> => {
    const operation = await prepare(request, { allowMutations, allowSubscriptions: subscribeSubgraph !== undefined });
    const { prepared, variables, operationName } = operation;
    if (!prepared.isSubscription || !subscribeSubgraph) return runOnce(operation, context);
    const host = { subscribeSubgraph, resubscribeAfterMs, callSubgraph, onInternalError };
    return { answers: runSubscription(prepared, { context, variables, renew }, host), operationName };
  };

  const answerFailure = (error: unknown, context: RequestContext): ExecutionOutcome => {
    if (!(error instanceof RequestRefused)) {
      onInternalError(error, context);
      const body = responseBody(NULL, [internalError()], context.requestId);
      return { body, requestError: false, hasErrors: true };
    }
    if (error.cause !== undefined) onInternalError(error.cause, context);
    const body = refusalBody(error.errors, context.requestId);
    return { body, requestError: true, mutationRefused: error instanceof MutationRefused };
  };

  return {
    execute: (request, context, options) =>
      run(request, context, options).catch((error: unknown) => answerFailure(error, context)),
    stream: (request, context, options) =>
      stream(request, context, options).catch((error: unknown) => answerFailure(error, context)),
    mostUsed: (limit) => operations.mostUsed(limit),
    async warm(variants) {
      for (const variant of variants) await warmOne(variant);
    },
  };
}

/** Nothing else of the variables is kept: they may hold anything. */
function pick(variables: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(names.map((name) => [name, variables[name]]));
}
