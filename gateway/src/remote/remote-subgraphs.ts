import type { Clock } from '@hub/core';
import { CALLER_HEADER, signCaller } from '@hub/runtime';
import { Pool } from 'undici';

import type { CallSubgraph, SubgraphResponse } from '../context';

export interface RemoteSubgraphsOptions {
  /** Subgraph by name → where it answers. */
  readonly urls: ReadonlyMap<string, string>;
  /** HS256 key that subgraphs know the gateway by. */
  readonly callerKey: Uint8Array;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  /** An answer larger than this is cut off: one subgraph must not take the gateway's memory. */
  readonly maxResponseBytes?: number;
}

export interface RemoteSubgraphs {
  readonly call: CallSubgraph;
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const CONNECTIONS = 32;

/** The gateway's door to subgraphs in other processes: one pool each, every call signed for its receiver. */
export function remoteSubgraphs(options: RemoteSubgraphsOptions): RemoteSubgraphs {
  const { callerKey, clock, timeoutMs = DEFAULT_TIMEOUT_MS, maxResponseBytes = DEFAULT_MAX_BYTES } = options;
  const doors = new Map([...options.urls].map(([name, url]) => [name, openDoor(url, timeoutMs, maxResponseBytes)]));
  return {
    async call(name, { query, variables, operationName }, { actor, requestId, idempotencyKey, signal }) {
      const door = doors.get(name);
      if (!door) throw new Error(`no address for subgraph ${name}`);
      const caller = await signCaller({ actor, requestId, idempotencyKey }, name, callerKey, clock);
      const { statusCode, body } = await door.pool.request({
        method: 'POST',
        path: door.path,
        headers: { 'content-type': 'application/json', accept: 'application/json', [CALLER_HEADER]: caller },
        body: JSON.stringify({ query, variables, ...(operationName === null ? {} : { operationName }) }),
        signal,
      });
      const answer: unknown = await body.json();
      if (!isResponse(answer)) throw new Error(`subgraph ${name} answered ${statusCode} with something else`);
      return answer;
    },
    close: async () => {
      await Promise.all([...doors.values()].map(({ pool }) => pool.close()));
    },
  };
}

function openDoor(url: string, timeoutMs: number, maxResponseBytes: number): { pool: Pool; path: string } {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxResponseBytes,
  });
  return { pool, path: pathname + search };
}

function isResponse(answer: unknown): answer is SubgraphResponse {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}
