import { Redis, type RedisOptions } from 'ioredis';

import type { SignalStore } from './connected-signals';

const CHANNEL = 'hub-signals';
const COMMAND_MS = 5000;
const RETRY_LIMIT_MS = 2000;
/** A connection that is dead without saying so is found out this soon. */
const PULSE_MS = 15_000;
const SILENCE_MS = 45_000;

const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** attempt, RETRY_LIMIT_MS);

/** Signals over Redis: one connection publishes, so that order holds, another listens. */
export function redisSignals(url: string, reportFault: (error: unknown) => void): SignalStore {
  const connections: Redis[] = [];
  const open = (options: RedisOptions): Redis => {
    const connection = new Redis(url, { retryStrategy, connectTimeout: COMMAND_MS, lazyConnect: true, ...options });
    connection.on('error', reportFault);
    connections.push(connection);
    return connection;
  };
  const publisher = open({ maxRetriesPerRequest: 1, commandTimeout: COMMAND_MS });
  let pulse: NodeJS.Timeout | undefined;

  return {
    async send(messages) {
      const batch = publisher.pipeline();
      for (const message of messages) batch.publish(CHANNEL, message);
      const results = await batch.exec();
      const failed = results?.find(([error]) => error !== null);
      if (failed) throw failed[0];
    },
    openInlet(board) {
      const listener = open({ maxRetriesPerRequest: null, autoResubscribe: false, socketTimeout: SILENCE_MS });
      listener.on('message', (_, message) => board.deliver(message));
      listener.on('ready', () => {
        listener.subscribe(CHANNEL).then(() => board.gap(), reportFault);
      });
      // `error` tells of every failed attempt, the first included.
      listener.connect().catch(() => undefined);
      pulse = setInterval(() => {
        if (listener.status === 'ready') listener.ping().catch(reportFault);
      }, PULSE_MS);
      pulse.unref();
    },
    async close() {
      clearInterval(pulse);
      for (const connection of connections) connection.disconnect();
    },
  };
}
