import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { postgresError } from './postgres.errors';
import { canEnter, chooseServerUser, giveTo, type ServerUser } from './server-user';
import { makeStateFolder } from './state-folder';

/** Everything that belongs to one cluster: its data and, beside them, what the launcher remembers. */
export interface Home {
  readonly folder: string;
  readonly user: ServerUser | null;
  /** The server's own data folder (PGDATA). */
  readonly cluster: string;
  readonly logFile: string;
}

/** Stands in the asked folder when the data had to live elsewhere. */
const LOCATION = 'location';

/** Finds or makes the place of the data: the asked folder, or one of the system's when the server cannot enter that. */
export function openHome(dataDir: string, stateRoot: string): Home {
  mkdirSync(dataDir, { recursive: true });
  const remembered = readIfThere(join(dataDir, LOCATION));
  if (remembered !== null) return homeIn(remembered);
  const home = homeIn(dataDir);
  if (canEnter(home.user, dataDir)) return home;
  if (existsSync(home.cluster)) {
    throw postgresError('DATA_UNREACHABLE', { user: home.user?.name, folder: dataDir });
  }
  const elsewhere = makeStateFolder(stateRoot, 'data', randomUUID());
  writeFileSync(join(dataDir, LOCATION), elsewhere);
  return homeIn(elsewhere);
}

function homeIn(folder: string): Home {
  mkdirSync(folder, { recursive: true });
  const cluster = join(folder, 'cluster');
  const user = chooseServerUser(cluster);
  closeToOthers(folder, user);
  return { folder, user, cluster, logFile: join(folder, 'server.log') };
}

/** The server's account passes through a root-owned home; it owns only the cluster inside. */
function closeToOthers(folder: string, user: ServerUser | null): void {
  const owner = statSync(folder).uid;
  const self = process.getuid?.() ?? owner;
  if (owner === self) chmodSync(folder, user ? 0o711 : 0o700);
  else if (self !== 0) throw postgresError('DATA_OF_ANOTHER_USER', { folder });
}

export function readNote(home: Home, name: string): string | null {
  return readIfThere(join(home.folder, name));
}

/** Keeps a small secret or fact beside the data, readable by the server's account alone. */
export function writeNote(home: Home, name: string, text: string): string {
  const path = join(home.folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  giveTo(home.user, path);
  return path;
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
