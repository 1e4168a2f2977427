import { resolve } from 'node:path';

import { LOOPBACK } from '../port';
import { readPassword, SUPERUSER } from './cluster';
import { openHome, readNote } from './home';
import { liveOwner } from './owner-lock';
import { PORT_NOTE, type PostgresOptions } from './start';
import { stateFolder } from './state-folder';

/** The address of the server that another process runs over this folder, as `startPostgres` would give it; null: none. */
export function runningPostgres({ dataDir, stateDir = stateFolder() }: PostgresOptions): string | null {
  const home = openHome(resolve(dataDir), stateDir);
  if (liveOwner(home.folder) === null) return null;
  const [port, password] = [readNote(home, PORT_NOTE), readPassword(home)];
  return port && password ? `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/postgres` : null;
}
