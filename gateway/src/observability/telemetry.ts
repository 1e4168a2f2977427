/** The doors through which the gateway tells what it did. Whoever measures implements it; nobody else needs to know. */
export interface Telemetry {
  operationDone(operation: OperationDone): void;
  subgraphCallDone(call: SubgraphCallDone): void;
  /** A call that failed is asked once more. */
  subgraphRetried(subgraph: string): void;
  breakerChanged(subgraph: string, state: BreakerState): void;
  /** A request asked for the plan of an operation: was it there already? */
  planAsked(isKnown: boolean): void;
  planCacheSized(size: PlanCacheSize): void;
  /** A request was refused by a limit. */
  refused(limit: RefusedBy): void;
  /** +1 when a subscription opens, −1 when it closes. */
  subscriptionsChanged(by: 1 | -1): void;
}

export interface OperationDone {
  /** Only of documents that are known beforehand: what clients write could be anything, and a label must not. */
  readonly name: string | null;
  readonly kind: OperationKind;
  readonly ms: number;
  readonly outcome: OperationOutcome;
}

/** `unknown`: it was refused before anybody knew. */
export type OperationKind = 'query' | 'mutation' | 'subscription' | 'unknown';

/** `partial`: it ran and has errors. `refused`: it never ran. */
export type OperationOutcome = 'ok' | 'partial' | 'refused';

export interface SubgraphCallDone {
  readonly subgraph: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly ms: number;
  readonly outcome: CallOutcome;
}

/** `errors`: answered with GraphQL errors. `rejected`: not sent, because the breaker is open. `cancelled`: the client left. */
export type CallOutcome =
  | 'ok'
  | 'errors'
  | 'unreachable'
  | 'timeout'
  | 'status'
  | 'unreadable'
  | 'rejected'
  | 'cancelled';

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface PlanCacheSize {
  readonly entries: number;
  readonly bytes: number;
}

/** Who counted too many. */
export type RefusedBy = 'actor' | 'token' | 'address' | 'cost' | 'connections';

const ignore = (): void => undefined;

/** Measures nothing and costs nothing. */
export const NO_TELEMETRY: Telemetry = {
  operationDone: ignore,
  subgraphCallDone: ignore,
  subgraphRetried: ignore,
  breakerChanged: ignore,
  planAsked: ignore,
  planCacheSized: ignore,
  refused: ignore,
  subscriptionsChanged: ignore,
};
