import { once } from 'node:events';

import type { Logger } from '@hub/runtime';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import { jobError } from './jobs.errors';
import { type QueueBackend, RETENTION, type Retention, workerOptions } from './queue-backend';
import { QueueFaults } from './queue-faults';

const CONNECT_TIMEOUT_MS = 2000;

/** Memory has an end: in a busy hour the older ones go, though not before the relay has had time to ask for them. */
const IN_MEMORY: Retention = { ...RETENTION, removeOnComplete: { ...RETENTION.removeOnComplete, count: 50_000 } };

/**
 * Queues on Redis. A queue's connection fails fast, so that whoever adds a job hears at once that Redis is away;
 * a worker's connection waits, as waiting is all a worker can do. Connections: one shared by all queues, one shared by
 * all workers, and one more per worker to block on.
 */
export function createRedisBackend(url: string, logger: Logger): QueueBackend {
  const adding = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const working = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  const faults = new QueueFaults(logger);
  for (const connection of [adding, working]) faults.watch(connection);
  return {
    createQueue: (subgraph) => {
      const queue = new Queue(queueName(subgraph), { connection: adding });
      faults.watch(queue);
      return queue;
    },
    createWorker: (subgraph, process, tuning) => {
      const worker = new Worker(queueName(subgraph), process, {
        connection: working,
        ...workerOptions(tuning, IN_MEMORY),
      });
      faults.watchWorker(worker);
      return worker;
    },
    connected: () => connected(adding),
    ping: async () => {
      await connected(adding);
      await adding.ping();
    },
    // BullMQ lets go of a Redis connection that is still on its way.
    stopWaiting: () => undefined,
    close: async () => {
      faults.closing();
      adding.disconnect();
      working.disconnect();
    },
  };
}

async function connected(connection: Redis): Promise<void> {
  if (connection.status === 'ready') return;
  try {
    await once(connection, 'ready', { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
  } catch {
    // Refused or silent: the connection's own error is in the log.
    throw jobError('QUEUE_UNREACHABLE');
  }
}

/** The braces keep all keys of a queue in one slot of a Redis Cluster, which its scripts require. */
const queueName = (subgraph: string): string => `{hub-${subgraph}}`;
