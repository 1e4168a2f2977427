import { join } from 'node:path';

import { Client } from 'pg';

import { runningPostgres, startPostgres } from './postgres';

export interface HubDatabase {
  /** The owner's address of the hub's database. */
  readonly url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dataDir: string;
  /** A server of somebody else's, whose database exists. */
  readonly databaseUrl?: string;
  readonly log?: (line: string) => void;
}

const NAME = 'hub';

/** The database of the hub: the one that was named, or the embedded one. */
export async function openDatabase(options: DatabaseOptions): Promise<HubDatabase> {
  const { databaseUrl, log } = options;
  if (databaseUrl !== undefined) {
    await ping(databaseUrl);
    return { url: databaseUrl, close: async () => undefined };
  }
  const server = await startPostgres({ ...dataOf(options), log });
  try {
    return { url: await ensureDatabase(server.url), close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const ping = (url: string): Promise<void> => withClient(url, (client) => client.query('select 1'));

/** The same for a program beside the hub, which may be running: then its server is used, and left running. */
export async function joinDatabase(options: DatabaseOptions): Promise<HubDatabase> {
  const server = options.databaseUrl === undefined ? runningPostgres(dataOf(options)) : null;
  if (server === null) return openDatabase(options);
  return { url: await ensureDatabase(server), close: async () => undefined };
}

const dataOf = ({ dataDir }: DatabaseOptions) => ({ dataDir: join(dataDir, 'postgres') });

async function ensureDatabase(serverUrl: string): Promise<string> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    if (!rowCount) await client.query(`create database ${NAME}`);
  });
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  return url.toString();
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
