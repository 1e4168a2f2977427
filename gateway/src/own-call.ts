import { type Actor, DomainError, isErrorKind } from '@hub/core';

import type { CallSubgraph, SubgraphError, SubgraphRequest } from './context';

/** What the gateway asks a subgraph for itself: who somebody is, what a document says, whether a file may be read. */
export interface OwnCall extends Omit<SubgraphRequest, 'operationName'> {
  readonly requestId: string;
  /** For whom it asks; null where the gateway alone wants to know. */
  readonly actor: Actor | null;
  readonly timeoutMs: number;
}

/** The data of the answer. Its first error is thrown as what `failureOf` makes of it, else as a fault of ours. */
export async function ownCall(
  call: CallSubgraph,
  subgraph: string,
  { requestId, actor, timeoutMs, ...request }: OwnCall,
  failureOf: (error: SubgraphError) => Error | null = () => null,
): Promise<Readonly<Record<string, unknown>>> {
  // Not the signal of a request: a client that leaves must not take a trace or a shared reading along.
  const context = { requestId, actor, idempotencyKey: null, signal: AbortSignal.timeout(timeoutMs) };
  const { data, errors } = await call(subgraph, { ...request, operationName: null }, context);
  const error = errors?.[0];
  if (error) throw failureOf(error) ?? new Error(`${subgraph} failed: ${error.message}`);
  return data ?? {};
}

/** The refusal that a subgraph's error is; null for a fault. */
export function refusalOf({ message, extensions = {} }: SubgraphError): DomainError | null {
  const { code, reason, details } = extensions;
  if (!isErrorKind(code) || typeof reason !== 'string') return null;
  return new DomainError(code, reason, message, isDetails(details) ? { details } : {});
}

const isDetails = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
