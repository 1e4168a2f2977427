import { Pool } from 'undici';

import { type BenchOperation, STUB_OPERATIONS } from '../gateway/operations';

export interface MixedLoad {
  /** Requests answered so far. */
  readonly answered: number;
  /** Answers that were not what was asked for. */
  readonly wrong: number;
  stop(): Promise<void>;
}

interface Request {
  readonly body: string;
  readonly status: number;
  /** The client leaves before it has its answer. */
  readonly leaves?: boolean;
}

const CONNECTIONS = 24;
const LEAVES_AFTER_MS = 5;

/**
 * What a day brings in its worst minute: known operations of every kind, texts nobody sent before, wrong ones, and
 * clients that leave. Each client asks as fast as it is answered.
 */
export function startMixedLoad(port: number): MixedLoad {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 });
  const state = { answered: 0, wrong: 0, stopped: false };
  const client = async (first: number) => {
    for (let turn = first; !state.stopped; turn += 1) {
      const { body, status, leaves } = requestOf(turn);
      const signal = leaves ? AbortSignal.timeout(LEAVES_AFTER_MS) : undefined;
      const answer = await pool.request({ ...POST, body, signal }).catch(() => null);
      const length = answer
        ? await answer.body.text().then(
            ({ length }) => length,
            () => 0,
          )
        : 0;
      if (!leaves && (answer?.statusCode !== status || length === 0)) state.wrong += 1;
      state.answered += 1;
    }
  };
  const clients = Array.from({ length: CONNECTIONS }, (_, index) => client(index * 7));
  return {
    get answered() {
      return state.answered;
    },
    get wrong() {
      return state.wrong;
    },
    async stop() {
      state.stopped = true;
      await Promise.all(clients);
      await pool.close();
    },
  };
}

/** Sends new texts until the caches of the gateway have turned over once: they are to be full when the clock starts. */
export async function fillCaches(port: number, isFull: () => Promise<boolean>): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 });
  const send = async () => {
    unique += 1;
    const { body } = await pool.request({ ...POST, body: JSON.stringify({ query: newText(unique) }) });
    await body.dump();
  };
  while (!(await isFull())) await Promise.all(Array.from({ length: 200 }, send));
  await pool.close();
}

const POST = {
  path: '/graphql',
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
} as const;

const KNOWN = STUB_OPERATIONS.map(textOf);

let unique = 0;

/** Of twenty: sixteen known, two new texts, one wrong one, one that is not waited for. */
function requestOf(turn: number): Request {
  const kind = turn % 20;
  if (kind < 16) return { body: KNOWN[kind % KNOWN.length] as string, status: 200 };
  unique += 1;
  if (kind < 18) return { body: JSON.stringify({ query: newText(unique) }), status: 200 };
  if (kind < 19) return { body: JSON.stringify({ query: `{ me { wrong${unique} } }` }), status: 400 };
  return { body: KNOWN[0] as string, status: 200, leaves: true };
}

const newText = (number: number): string =>
  `query New${number} { me { a${number}: displayName postTitle unit { id b${number}: name } } }`;

function textOf({ query, variables, name: operationName }: BenchOperation): string {
  return JSON.stringify({ query, variables, operationName });
}
