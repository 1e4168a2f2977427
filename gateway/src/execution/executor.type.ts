import type { RequestContext } from '../context';
import type { Authority } from '../security/authorization';

export interface GraphQLRequest {
  readonly query: string;
  /** Of a registered document; null for a text that is none. */
  readonly documentId?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

export interface ExecuteOptions {
  /** false for GET, which must be safe (GraphQL over HTTP). */
  readonly allowMutations: boolean;
  /** true where more than one answer can be sent. */
  readonly allowSubscriptions?: boolean;
  /** Asked before the operation is planned; what it throws is thrown by `execute` when it is a DomainError. */
  readonly admit?: (operation: AdmittedOperation) => void | Promise<void>;
}

/** What is known of an operation before it runs. */
export interface AdmittedOperation {
  /** Estimated by the graph's @cost and @listSize. */
  readonly cost: number;
  /** Mutations in it that need nobody to have signed in. */
  readonly openMutations: number;
}

export interface ExecutionOutcome {
  /** JSON of the GraphQL response, as text or already in UTF-8. */
  readonly body: string | Buffer;
  /** true: the operation never ran (parse, validation, coercion of variables, limits). */
  readonly requestError: boolean;
  /** true only for a mutation refused because `allowMutations` was false: HTTP has a status for that (405). */
  readonly mutationRefused?: boolean;
  /** Name of the selected operation, for the log line; null when unnamed or never parsed. */
  readonly operationName?: string | null;
  /** Of the selected operation; absent when none was found. */
  readonly operationKind?: 'query' | 'mutation' | 'subscription';
  /** It ran, and not everything went well. */
  readonly hasErrors?: boolean;
}

export interface StreamOptions extends Pick<ExecuteOptions, 'allowMutations' | 'admit'> {
  /**
   * Asked before the source is subscribed to and before each event is answered: who it is for now; null when it is for
   * nobody any more, which ends the stream.
   */
  readonly renew: (purpose: 'SOURCE' | 'EVENT') => Promise<RequestContext | null>;
}

/** The answers of a subscription, JSON text each. It ends with its source, or when the context's signal aborts. */
export interface AnswerStream {
  readonly answers: AsyncIterable<string>;
  readonly operationName: string | null;
}

export interface GatewayExecutor {
  execute(request: GraphQLRequest, context: RequestContext, options: ExecuteOptions): Promise<ExecutionOutcome>;
  /** For those who can take more than one answer: a subscription gives a stream, anything else one outcome. */
  stream(
    request: GraphQLRequest,
    context: RequestContext,
    options: StreamOptions,
  ): Promise<ExecutionOutcome | AnswerStream>;
}

/** An operation as a plan knows it: whose, and for which values of the variables that decide what is left out. */
export interface OperationVariant {
  readonly query: string;
  readonly operationName: string | null;
  readonly conditions: Readonly<Record<string, unknown>>;
  /** What its sender may: it decides what is left out as well. */
  readonly authority: Authority;
}

/** An executor that can hand over to another one what it has learnt to expect. */
export interface WarmableExecutor extends GatewayExecutor {
  /** Those asked for most since they were prepared, most first. */
  mostUsed(limit: number): readonly OperationVariant[];
  /** Prepares operations before anybody asks; those the graph does not have (any more) are left out. */
  warm(operations: readonly OperationVariant[]): Promise<void>;
}
