import type { PostgresServer } from '../../infra/local/postgres';

export default async function globalTeardown(): Promise<void> {
  const { hubTestCluster } = globalThis as { hubTestCluster?: PostgresServer };
  await hubTestCluster?.stop();
}
