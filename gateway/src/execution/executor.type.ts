import type { RequestContext } from '../context';

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
}

export interface ExecutionOutcome {
  /** JSON text of the GraphQL response. */
  readonly body: string;
  /** true: the operation never ran (parse, validation, coercion of variables, limits). */
  readonly requestError: boolean;
  /** true only for a mutation refused because `allowMutations` was false: HTTP has a status for that (405). */
  readonly mutationRefused?: boolean;
  /** Name of the selected operation, for the log line; null when unnamed or never parsed. */
  readonly operationName?: string | null;
}

export interface GatewayExecutor {
  execute(request: GraphQLRequest, context: RequestContext, options: ExecuteOptions): Promise<ExecutionOutcome>;
}
