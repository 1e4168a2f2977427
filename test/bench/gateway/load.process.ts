import { Pool } from 'undici';

import { answerParent } from './child';
import type { BenchOperation } from './operations';

export interface LoadMessage {
  readonly port: number;
  readonly operation: BenchOperation;
  readonly token: string;
  readonly milliseconds: number;
  /** However long they take: a busy machine must not make a figure of a handful. */
  readonly leastRequests: number;
}

export interface LoadFigures {
  readonly requestsPerSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
}

/** As many requests as the connections carry, one after the other on each; what comes back is read and thrown away. */
async function load({ port, operation, token, milliseconds, leastRequests }: LoadMessage): Promise<LoadFigures> {
  const { query, variables, name: operationName, connections } = operation;
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const request = {
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables, operationName }),
  } as const;
  const times: number[] = [];
  const began = performance.now();
  const client = async () => {
    while (performance.now() - began < milliseconds || times.length < leastRequests) {
      const start = performance.now();
      const { statusCode, body } = await pool.request(request);
      await body.dump({ limit: Number.MAX_SAFE_INTEGER });
      if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    requestsPerSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

answerParent<LoadMessage>(load);
