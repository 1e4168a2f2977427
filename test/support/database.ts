import { randomUUID } from 'node:crypto';

import { migrateQueues } from '@hub/jobs';
import { loginRole, migrate, roleUrl } from '@hub/persistence';
import { Client, Pool } from 'pg';

import { SUBGRAPHS } from './subgraphs';

const TEMPLATE = 'hub_template';
const ROLE_PASSWORD = 'test-role-password';
/** Tests move their clocks between these years: every partition they may need is there. */
const YEARS = { from: 2017, to: 2031 };
const TEMPLATE_LOCK = 1;

/** A database of one test file, cloned from the migrated template. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly rolePassword: string;
  /** Connection of a subgraph's login role. */
  urlFor(schema: string): string;
  /** As superuser: row security does not bind it, so it sees what is really there. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** In the cluster of the run, unless it is said in which: then its template is made there first. */
export async function createTestDatabase(cluster = clusterOfRun()): Promise<TestDatabase> {
  const name = `hub_${randomUUID().replaceAll('-', '')}`;
  await asServer(cluster, async (server) => {
    await ensureTemplate(cluster, server);
    await server.query(`create database ${name} template ${TEMPLATE}`);
  });
  const ownerUrl = databaseUrl(cluster, name);
  // One connection, which is opened anew where a suite ends those of the server.
  const owner = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 });
  // An idle connection that ends is no fault: the next query has another, or says why not.
  owner.on('error', () => undefined);
  return {
    ownerUrl,
    rolePassword: ROLE_PASSWORD,
    urlFor: (schema) => roleUrl(ownerUrl, loginRole(schema), ROLE_PASSWORD),
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const { rows } = await owner.query(sql, [...parameters]);
      return rows as Row[];
    },
    async drop() {
      await owner.end();
      await asServer(cluster, (server) => server.query(`drop database ${name} with (force)`));
    },
  };
}

async function ensureTemplate(cluster: string, server: Client): Promise<void> {
  // Files run in parallel: the first one migrates, the others wait for it.
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount) return;
    const building = `${TEMPLATE}_building`;
    await server.query(`drop database if exists ${building} with (force)`);
    await server.query(`create database ${building}`);
    const ownerUrl = databaseUrl(cluster, building);
    for (const { database } of SUBGRAPHS) {
      await migrate(database, { ownerUrl, rolePassword: ROLE_PASSWORD, years: YEARS });
    }
    await migrateQueues(ownerUrl, ROLE_PASSWORD);
    await server.query(`alter database ${building} rename to ${TEMPLATE}`);
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function asServer<T>(cluster: string, work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: databaseUrl(cluster, 'postgres') });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function clusterOfRun(): string {
  const cluster = process.env.HUB_TEST_POSTGRES;
  if (!cluster) throw new Error('no test cluster: run the suite through jest with the configuration of the root');
  return cluster;
}

function databaseUrl(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.toString();
}
