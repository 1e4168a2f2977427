import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { liveOwner } from './owner-lock';
import { stopServerLeftBehind } from './processes';
import { type PostgresServer, startPostgres } from './start';

const PREFIX = 'party-work-hub-test-';

/** A throwaway cluster in the system's temporary folder, on a port of its own; `stop` removes it. */
export async function createTestCluster(): Promise<PostgresServer> {
  await removeAbandonedClusters();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startPostgres({ dataDir, durability: 'none' });
  return {
    ...server,
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
    if (!isOurs(folder) || liveOwner(folder) !== null) continue;
    await stopServerLeftBehind(join(folder, 'cluster'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The temporary folder is everybody's: what another account put there is not ours to touch. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && stat.uid === process.getuid?.();
}
