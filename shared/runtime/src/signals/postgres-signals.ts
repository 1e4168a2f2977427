import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

import { Client } from 'pg';

import type { SignalStore } from './connected-signals';
import type { SignalBoard } from './signal-board';

const CHANNEL = 'hub_signals';
const CONNECT_MS = 5000;
const QUERY_MS = 5000;
const RETRY_MS = 250;
/** A connection that is dead without saying so is found out this soon. */
const PULSE_MS = 15_000;

/** One to publish, so that order holds, and one to listen. */
export const SIGNAL_CONNECTIONS = 2;

/**
 * Signals over LISTEN and NOTIFY, on two connections of their own. One publishes, so that order holds; commits of the
 * hub never notify, since NOTIFY makes commits wait for one another.
 */
export function postgresSignals(url: string, reportFault: (error: unknown) => void): SignalStore {
  const closing = new AbortController();
  let publisher: Client | null = null;
  let inlet: Promise<void> = Promise.resolve();

  const dropPublisher = async (): Promise<void> => {
    const client = publisher;
    publisher = null;
    await client?.end().catch(() => undefined);
  };

  return {
    async send(messages) {
      try {
        publisher ??= await connect(url);
        await publisher.query('select pg_notify($1, message) from unnest($2::text[]) as message', [CHANNEL, messages]);
      } catch (error) {
        await dropPublisher();
        throw error;
      }
    },
    openInlet(board) {
      inlet = keepListening(url, board, closing.signal, reportFault);
    },
    async close() {
      closing.abort();
      await Promise.all([inlet, dropPublisher()]);
    },
  };
}

async function keepListening(
  url: string,
  board: SignalBoard,
  closing: AbortSignal,
  reportFault: (error: unknown) => void,
): Promise<void> {
  while (!closing.aborted) {
    try {
      await listenOnce(url, board, closing);
    } catch (error) {
      if (!closing.aborted) reportFault(error);
    }
    await setTimeout(RETRY_MS, undefined, { signal: closing }).catch(() => undefined);
  }
}

/** Resolves when the hub closes; rejects when the connection is lost. */
async function listenOnce(url: string, board: SignalBoard, closing: AbortSignal): Promise<void> {
  const client = await connect(url);
  const ended = new AbortController();
  const stop = () => ended.abort();
  closing.addEventListener('abort', stop, { once: true });
  try {
    client.on('notification', ({ payload }) => board.deliver(payload ?? ''));
    const lost = once(client, 'end', { signal: ended.signal });
    lost.catch(() => undefined);
    await client.query(`listen ${CHANNEL}`);
    board.gap();
    await Promise.race([lost, pulse(client, ended.signal)]);
    if (!closing.aborted) throw new Error('the connection that listens for signals was lost');
  } finally {
    closing.removeEventListener('abort', stop);
    ended.abort();
    await client.end().catch(() => undefined);
  }
}

/** Rejects when the connection does not answer any more; resolves when it is ended. */
async function pulse(client: Client, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await setTimeout(PULSE_MS, undefined, { signal: ended, ref: false }).catch(() => undefined);
    if (!ended.aborted) await client.query('select 1');
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    application_name: 'hub-signals',
  });
  // The loss itself is told by `end` and by the next query; an 'error' nobody hears ends the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
