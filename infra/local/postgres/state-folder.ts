import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { postgresError } from './postgres.errors';
import { isRoot } from './server-user';

const NAME = 'party-work-hub';
const WRITABLE_BY_OTHERS = 0o022;

/** Where programs keep their state on this system: for root a folder that every account can enter. */
export function stateFolder(): string {
  if (!isRoot()) return join(homedir(), '.local', 'state', NAME);
  return process.platform === 'darwin' ? join('/Library/Application Support', NAME) : join('/var/lib', NAME);
}

/** Makes `<root>/<names…>`, each level enterable by all and writable by its owner alone. */
export function makeStateFolder(root: string, ...names: readonly string[]): string {
  let folder = root;
  mkdirSync(folder, { recursive: true });
  secure(folder);
  for (const name of names) {
    folder = join(folder, name);
    mkdirSync(folder, { recursive: true });
    secure(folder);
  }
  return folder;
}

/** A folder that another account owns could be swapped under a root process. */
function secure(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const foreign = process.getuid !== undefined && uid !== process.getuid();
  if (foreign || (mode & WRITABLE_BY_OTHERS) !== 0) throw postgresError('STATE_FOLDER_UNSAFE', { folder });
  chmodSync(folder, 0o755);
}
