import { z } from 'zod';

import { nameAndValue } from './subgraph-addresses';

/** `dues=25000,organization=5000`: milliseconds by name. */
export const subgraphTimeouts = z
  .string()
  .transform((text): unknown => Object.fromEntries(text.split(',').map(nameAndValue)))
  .pipe(z.record(z.string(), z.coerce.number().int().min(1)))
  .transform((timeouts): ReadonlyMap<string, number> => new Map(Object.entries(timeouts)));

interface Timeouts {
  readonly HUB_LIMIT_OPERATION_MS: number;
  readonly HUB_SUBGRAPH_TIMEOUT_MS?: number;
  readonly HUB_SUBGRAPH_TIMEOUTS?: ReadonlyMap<string, number>;
}

const SHARE_OF_OPERATION = 2 / 3;

/** The time one subgraph call has. */
export function callTimeout({ HUB_SUBGRAPH_TIMEOUT_MS, HUB_LIMIT_OPERATION_MS }: Timeouts): number {
  return HUB_SUBGRAPH_TIMEOUT_MS ?? Math.ceil(HUB_LIMIT_OPERATION_MS * SHARE_OF_OPERATION);
}

/**
 * A call must end of itself before its operation ends it: one that the gateway broke off says nothing about the
 * subgraph, and a subgraph that hangs would never open its breaker.
 */
export function requireShorterCalls(settings: Timeouts, context: z.RefinementCtx): void {
  const { HUB_LIMIT_OPERATION_MS: operationMs, HUB_SUBGRAPH_TIMEOUT_MS, HUB_SUBGRAPH_TIMEOUTS } = settings;
  const longest = {
    HUB_SUBGRAPH_TIMEOUT_MS: HUB_SUBGRAPH_TIMEOUT_MS ?? 0,
    HUB_SUBGRAPH_TIMEOUTS: Math.max(0, ...(HUB_SUBGRAPH_TIMEOUTS?.values() ?? [])),
  };
  for (const [name, timeoutMs] of Object.entries(longest)) {
    if (timeoutMs < operationMs) continue;
    const message = `须短于 HUB_LIMIT_OPERATION_MS（${operationMs}）`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
}
