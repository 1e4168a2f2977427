export { runningPostgres } from './postgres/running';
export type { Durability } from './postgres/server';
export { type PostgresOptions, type PostgresServer, startPostgres } from './postgres/start';
export { createTestCluster } from './postgres/test-cluster';
