import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';

import type { ClientAnswer } from './client-answer';

export const TRANSPORTS = ['server-sent events', 'WebSocket'] as const;
export type Transport = (typeof TRANSPORTS)[number];

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
type Live = ClientAnswer<any>;

export interface LiveAnswers {
  /** The next answer; an end that was no `complete` is told as the errors it came with. */
  next(): Promise<Live | 'END'>;
  leave(): Promise<void>;
}

interface Door {
  readonly url: string;
  readonly headers: Record<string, string>;
}

interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Over the client that everybody uses for that transport, told not to come again by itself. */
export function openLive(transport: Transport, door: Door, operation: Operation): LiveAnswers {
  return transport === 'WebSocket' ? overWebSocket(door, operation) : overSse(door, operation);
}

function overSse({ url, headers }: Door, operation: Operation): LiveAnswers {
  const client = createSseClient({ url, headers, retryAttempts: 0 });
  return liveAnswers(client.iterate(operation), () => client.dispose());
}

function overWebSocket({ url, headers }: Door, operation: Operation): LiveAnswers {
  const client = createWsClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: headers,
    retryAttempts: 0,
  });
  return liveAnswers(client.iterate(operation), () => client.dispose());
}

function liveAnswers(answers: AsyncIterableIterator<unknown>, dispose: () => unknown): LiveAnswers {
  return {
    async next() {
      const { value, done } = await answers
        .next()
        .catch((thrown: unknown) => ({ value: refusalOf(thrown), done: false }));
      return done ? 'END' : (value as Live);
    },
    async leave() {
      await dispose();
    },
  };
}

/** What a WebSocket says at its end: errors before the first answer, or a reason with its close. */
function refusalOf(thrown: unknown): Live {
  if (Array.isArray(thrown)) return { errors: thrown };
  const { code, reason } = thrown as { readonly code?: number; readonly reason?: string };
  if (code === undefined || !reason) throw thrown;
  return { errors: [{ message: reason, extensions: { code: String(code), reason } }] };
}
