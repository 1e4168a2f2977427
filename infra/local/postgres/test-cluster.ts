import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openHome } from './home';
import { liveOwner } from './owner-lock';
import { isAlive, readPostmasterFile, stopServerLeftBehind } from './processes';
import type { Durability } from './server';
import { type PostgresServer, startPostgres } from './start';
import { stateFolder } from './state-folder';

/** The pid of whoever made it follows: before its server starts, and between two, nothing else says that it is in use. */
const PREFIX = 'party-work-hub-test-';

export interface TestCluster extends PostgresServer {
  /** Kills the server, which writes nothing down, and starts it again over what it left, on the same port. */
  crash(): Promise<void>;
}

/**
 * A throwaway cluster in the system's temporary folder, on a port of its own; `stop` removes it. One that
 * is to be crashed outlives its processes.
 */
export async function createTestCluster(durability: Durability = 'none'): Promise<TestCluster> {
  await removeAbandonedClusters();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  let server = await startPostgres({ dataDir, durability });
  return {
    ...server,
    async crash() {
      const postmaster = readPostmasterFile(openHome(dataDir, stateFolder()).cluster);
      if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
      await server.stop();
      server = await startPostgres({ dataDir, durability });
    },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed leaves its server running: the next run cleans up after it. */
async function removeAbandonedClusters(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const name of folders) {
    const folder = join(tmpdir(), name);
    if (!isOurs(folder) || isAlive(makerOf(name)) || liveOwner(folder) !== null) continue;
    await stopServerLeftBehind(join(folder, 'cluster'));
    rmSync(folder, { recursive: true, force: true });
  }
}

const makerOf = (name: string): number => Number(name.slice(PREFIX.length).split('-')[0]);

/**
 * The temporary folder is everybody's: what another account put there is not ours to touch, and what was there a moment
 * ago may have been removed by its own run.
 */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.();
}
