import { keepProcessAlive } from '@hub/persistence';
import type { Logger } from '@hub/runtime';
import { createPostgresBackend as bullmqPostgres, Queue, Worker } from 'bullmq';

import { PatientPool } from './patient-pool';
import { type QueueBackend, RETENTION, workerOptions } from './queue-backend';
import { QueueFaults } from './queue-faults';

/** BullMQ looks for its tables here when it is given a pool; `migrateQueues` makes them. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Queues on Postgres. BullMQ would open two pools and a listener per subgraph, some forty connections in all; here one
 * pool serves them all. Its budget: one connection per worker to LISTEN on, and `WORKING_CONNECTIONS` for the rest.
 */
const WORKING_CONNECTIONS = 4;

export const queueConnections = (maxWorkers: number): number => maxWorkers + WORKING_CONNECTIONS;

const CONNECT_TIMEOUT_MS = 5000;

export function createPostgresBackend(url: string, maxWorkers: number, logger: Logger): QueueBackend {
  const pool = new PatientPool({
    connectionString: url,
    max: queueConnections(maxWorkers),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'hub-queues',
    onConnect: keepProcessAlive,
  });
  // We listen for its errors, and so does each queue and worker.
  pool.setMaxListeners(1);
  const shared = () => pool.setMaxListeners(pool.getMaxListeners() + 1);
  const faults = new QueueFaults(logger);
  faults.watch(pool);
  const ping = async (): Promise<void> => {
    await pool.query('select 1');
  };
  return {
    createQueue: (subgraph) => {
      const queue = new Queue(queueName(subgraph), { connection: shared() }, bullmqPostgres);
      faults.watch(queue);
      return queue;
    },
    createWorker: (subgraph, process, tuning) => {
      // By age alone: to keep a number of jobs, BullMQ reads them all again at the end of each job.
      const options = { connection: shared(), ...workerOptions(tuning, RETENTION) };
      const worker = new Worker(queueName(subgraph), process, options, bullmqPostgres);
      faults.watchWorker(worker);
      return worker;
    },
    connected: ping,
    ping,
    stopWaiting: () => pool.stopWaiting(),
    close: () => {
      faults.closing();
      return pool.end();
    },
  };
}

const queueName = (subgraph: string): string => `hub-${subgraph}`;
