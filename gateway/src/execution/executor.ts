import { DomainError } from '@hub/core';

import type { CallSubgraph, RequestContext, SubscribeSubgraph } from '../context';
import type { Telemetry } from '../observability/telemetry';
import { authorityOf, OperationAuthorization } from '../security/authorization';
import { OperationCosts } from '../security/cost';
import type { Supergraph } from '../supergraph';
import { answerOperation } from './answer-operation';
import { internalError } from './errors/execution-errors';
import { MutationRefused, RequestRefused } from './errors/response-error';
import { DEFAULT_EXECUTION_LIMITS, type ExecutionLimits } from './execution-limits';
import type {
  AnswerStream,
  ExecuteOptions,
  ExecutionOutcome,
  GraphQLRequest,
  OperationVariant,
  StreamOptions,
  WarmableExecutor,
} from './executor.type';
import type { OperationGuard } from './guard.type';
import { coerceVariables, type Variables } from './operation/coerce-variables';
import { conditionKey, settleConditions } from './operation/conditions';
import { DocumentStore, type ValidDocument } from './operation/document-store';
import { OperationStore } from './operation/operation-store';
import { type PreparedOperation, prepareOperation } from './operation/prepare-operation';
import { findOperation, selectOperation } from './operation/select-operation';
import { NO_DATA, refusalBody, responseBody } from './response-body';
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
  /** Refuses operations that are too much; without it none is. */
  readonly guard?: OperationGuard;
  readonly limits?: Partial<ExecutionLimits>;
  /** Faults that the client is not told about. */
  readonly onInternalError: (error: unknown, context: RequestContext) => void;
  readonly telemetry?: Telemetry;
}

const RESUBSCRIBE_AFTER_MS = [250, 1000, 4000, 15_000, 30_000];

interface Prepared {
  readonly prepared: PreparedOperation;
  readonly variables: Variables;
  readonly cost: number;
  readonly operationName: string | null;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
}

export function createExecutor(options: ExecutorOptions): WarmableExecutor {
  const { supergraph, callSubgraph, subscribeSubgraph, introspection, guard, onInternalError, telemetry } = options;
  const { resubscribeAfterMs = RESUBSCRIBE_AFTER_MS } = options;
  const host = { callSubgraph, onInternalError, limits: { ...DEFAULT_EXECUTION_LIMITS, ...options.limits } };
  const schema = supergraph.publicSchema;
  const documents = new DocumentStore(schema, introspection, guard);
  const costs = new OperationCosts(schema, supergraph.costs);
  const authorization = new OperationAuthorization(schema, supergraph.requirements);
  const operations = new OperationStore(telemetry);

  const prepareVariant = (valid: ValidDocument, asked: OperationVariant) => {
    const { id, document, conditions } = valid;
    const { query, operationName, conditions: variables, authority } = asked;
    const share = supergraph.drawShare(Math.random);
    const variant = `${conditionKey(conditions, variables)} ${authorization.variant(document, authority)} ${share}`;
    const remembered = () => ({ query, operationName, conditions: pick(variables, conditions), authority });
    return operations.get(`${id} ${operationName ?? ''} ${variant}`, remembered, () => {
      const settled = settleConditions(document, variables);
      const denied = authorization.denials(settled, authority);
      return prepareOperation(supergraph, settled, findOperation(settled, operationName), share, denied);
    });
  };

  const prepare = async (
    request: GraphQLRequest,
    context: RequestContext,
    options: ExecuteOptions,
  ): Promise<Prepared> => {
    const { query } = request;
    const valid = documents.load(query);
    const operation = selectOperation(valid.document, request.operationName ?? null, options);
    guard?.checkVariables(request.variables ?? {});
    const variables = coerceVariables(schema, operation, request.variables ?? {}, introspection);
    const cost = costs.of(valid.document, operation)(variables);
    guard?.checkCost(cost, context);
    const openMutations = authorization.openMutations(valid.document, operation);
    const admitted = options.admit?.({ cost, openMutations });
    if (admitted) await admitted;
    const operationName = operation.name?.value ?? null;
    const asked = { query, operationName, conditions: variables, authority: authorityOf(context.actor) };
    const prepared = await prepareVariant(valid, asked);
    return { prepared, variables, cost, operationName, operationKind: operation.operation };
  };

  const warmOne = async (variant: OperationVariant): Promise<void> => {
    try {
      await prepareVariant(documents.load(variant.query), variant);
    } catch {
      // The graph has no such operation any more, or not as it was: whoever asks for it will be told.
    }
  };

  const run = async (request: GraphQLRequest, context: RequestContext, options: ExecuteOptions) =>
    runOnce(await prepare(request, context, options), context);

  const runOnce = async (operation: Prepared, context: RequestContext): Promise<ExecutionOutcome> => {
    const { prepared, variables, cost, operationName, operationKind } = operation;
    const extensions = introspection && guard ? { cost } : undefined;
    const answer = await answerOperation(prepared, { context, variables, extensions }, host);
    return { ...answer, requestError: false, operationName, operationKind };
  };

  const stream = async (
    request: GraphQLRequest,
    context: RequestContext,
    { allowMutations, admit, renew }: StreamOptions,
  ): Promise<ExecutionOutcome | AnswerStream> => {
    const allowSubscriptions = subscribeSubgraph !== undefined;
    const operation = await prepare(request, context, { allowMutations, allowSubscriptions, admit });
    const { prepared, variables, operationName } = operation;
    // What may not be seen has no source: a null and an error are all there is to send.
    const denied = prepared.stages.some(({ isDenied }) => isDenied);
    if (!prepared.isSubscription || !subscribeSubgraph || denied) return runOnce(operation, context);
    const source = { subscribeSubgraph, resubscribeAfterMs };
    return { answers: runSubscription(prepared, { context, variables, renew }, { ...host, ...source }), operationName };
  };

  const answerFailure = (error: unknown, context: RequestContext): ExecutionOutcome => {
    // A refusal that HTTP has words for: who asks too often is told when to come back.
    if (error instanceof DomainError) throw error;
    if (!(error instanceof RequestRefused)) {
      onInternalError(error, context);
      const body = responseBody(NO_DATA, [internalError()], context.requestId);
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
