import type { Clock } from '@hub/core';
import { CALLER_HEADER, signCaller } from '@hub/runtime';

import type { RequestContext, SubgraphRequest } from '../context';
import { WrittenVariables } from '../written-variables';

export interface Signing {
  /** HS256 key that subgraphs know the gateway by; null: they are not told who asks. */
  readonly callerKey: Uint8Array | null;
  readonly clock: Clock;
}

/** What is posted to a subgraph: the operation, and who asks, signed for this receiver alone. */
export function signedPost(
  subgraph: string,
  { query, variables, operationName }: SubgraphRequest,
  { actor, requestId, idempotencyKey }: RequestContext,
  { callerKey, clock }: Signing,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const caller = callerKey && signCaller({ actor, requestId, idempotencyKey }, subgraph, callerKey, clock);
  const named = operationName === null ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return {
    headers: { 'content-type': 'application/json', ...(caller && { [CALLER_HEADER]: caller }) },
    body: `{"query":${JSON.stringify(query)},"variables":${WrittenVariables.textOf(variables)}${named}}`,
  };
}
