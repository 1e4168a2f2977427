import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { choosePort, LOOPBACK, tryPort } from '../port';
import { type Binaries, findBinaries } from './binaries';
import { ensureCluster, SUPERUSER } from './cluster';
import { type Home, openHome, readNote, writeNote } from './home';
import { takeOwnership } from './owner-lock';
import { stopServerLeftBehind } from './processes';
import { type Durability, startServer, stopServer } from './server';
import { stateFolder } from './state-folder';

export interface PostgresOptions {
  /** Where the data are kept; made when missing. */
  readonly dataDir: string;
  readonly durability?: Durability;
  /** Where a root process keeps what the server's account cannot reach in the checkout. */
  readonly stateDir?: string;
  /** Told what happens, one line each. */
  readonly log?: (line: string) => void;
}

export interface PostgresServer {
  /** The superuser's address of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Disconnects clients, writes everything down and ends the server. Safe to repeat. */
  stop(): Promise<void>;
}

/** Remembers beside the data on which port the server was last. */
export const PORT_NOTE = 'port';
const PORT_ATTEMPTS = 3;

/**
 * Runs the embedded Postgres over `dataDir`: makes the cluster when there is none, keeps it otherwise, recovers it
 * after a crash, and first stops a server that a killed parent left behind.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { dataDir, durability = 'full', stateDir = stateFolder(), log = () => undefined } = options;
  const home = openHome(resolve(dataDir), stateDir);
  const release = takeOwnership(home.folder);
  try {
    const binaries = findBinaries(home.user, stateDir);
    const password = await ensureCluster(home, binaries, durability === 'full');
    if (await stopServerLeftBehind(home.cluster)) log('已停止上次遗留的数据库进程');
    const { server, port } = await startOnFreePort(home, binaries, durability);
    return {
      url: `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/postgres`,
      port,
      stop: async () => {
        await stopServer(server, durability === 'full' ? 'SIGINT' : 'SIGQUIT');
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Another program may take the port between the choice and the server's bind: then the next one is tried. */
async function startOnFreePort(
  home: Home,
  binaries: Binaries,
  durability: Durability,
): Promise<{ server: ChildProcess; port: number }> {
  const remembered = readNote(home, PORT_NOTE);
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(remembered === null ? null : Number(remembered));
    try {
      const server = await startServer(home, binaries, port, durability);
      writeNote(home, PORT_NOTE, String(port));
      return { server, port };
    } catch (error) {
      const wasTaken = (await tryPort(port)) === null;
      if (!wasTaken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}
