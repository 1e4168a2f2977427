import { createTestCluster } from '../../infra/local/postgres';

/** One throwaway Postgres for the whole run; each test file clones its own database from a template in it. */
export default async function globalSetup(): Promise<void> {
  const cluster = await createTestCluster();
  process.env.HUB_TEST_POSTGRES = cluster.url;
  Object.assign(globalThis, { hubTestCluster: cluster });
}
