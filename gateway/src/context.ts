import type { Actor } from '@hub/core';

import type { SubgraphCallDone } from './observability/telemetry';

/** What the gateway knows of one client request and hands to every subgraph call. */
export interface RequestContext {
  readonly requestId: string;
  /** null: nobody signed in; subgraphs answer only what is public (login). */
  readonly actor: Actor | null;
  /** `Idempotency-Key` header. The subgraph scopes it by the mutation's response path. */
  readonly idempotencyKey: string | null;
  readonly signal: AbortSignal;
  /** `performance.now()` at which nobody waits for the answer any more. */
  readonly deadline?: number;
  /** The calls made for it, noted as they end; only where somebody reads them. */
  readonly calls?: SubgraphCallDone[];
}

export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** For a door that is given bytes. */
  readonly readData?: ReadData;
}

/**
 * The data in the bytes of an answer, without making values of what the client is given as it is. Undefined when the
 * answer is not what was expected, with errors for instance: then it is parsed as any JSON.
 */
export type ReadData = (bytes: Buffer) => Record<string, unknown> | undefined;

/** An error as it comes over the wire: nothing in it is trusted to have the shape it should have. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/** One door to every subgraph: in process or over HTTP, chosen where the hub is assembled. */
export type CallSubgraph = (
  subgraph: string,
  request: SubgraphRequest,
  context: RequestContext,
) => Promise<SubgraphResponse>;

/**
 * The answers of one subgraph's subscription, one for each event; a refusal is the only answer of a stream that ends
 * with it. It ends when the context's signal aborts, and rejects when the subgraph is lost.
 */
export type SubscribeSubgraph = (
  subgraph: string,
  request: SubgraphRequest,
  context: RequestContext,
) => AsyncIterable<SubgraphResponse>;
