import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, lstatSync } from 'node:fs';

import { postgresError } from './postgres.errors';

/** The account a server process runs as. Null where it runs as whoever started this process. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Postgres refuses to run as root. Data that exist keep their owner; otherwise the usual accounts are tried.
 * An account needs a passwd entry, or initdb cannot name the user it runs as.
 */
export function chooseServerUser(clusterFolder: string): ServerUser | null {
  if (!isRoot()) return null;
  const owner = lstatSync(clusterFolder, { throwIfNoEntry: false })?.uid;
  const candidates = owner ? [String(owner)] : ['postgres', 'nobody'];
  for (const candidate of candidates) {
    const user = lookUp(candidate);
    if (user && user.uid !== 0) return user;
  }
  throw postgresError('NO_SERVER_USER');
}

function lookUp(nameOrUid: string): ServerUser | null {
  const ask = (option: string): string =>
    execFileSync('id', [option, nameOrUid], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) };
  } catch {
    // `id` fails for an account that does not exist: the next candidate is asked.
    return null;
  }
}

/** Options of `spawn` under the server's account, in a folder that every account can enter. */
export function runAs(user: ServerUser | null): { cwd: string; uid?: number; gid?: number } {
  return user ? { cwd: '/', uid: user.uid, gid: user.gid } : { cwd: '/' };
}

export function giveTo(user: ServerUser | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** Asks the system itself, by trying: mode bits alone do not know of parents, access lists and mounts. */
export function canEnter(user: ServerUser | null, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runAs(user), stdio: 'ignore' }).status === 0;
}

export function canRun(user: ServerUser | null, program: string): boolean {
  return spawnSync(program, ['--version'], { ...runAs(user), stdio: 'ignore' }).status === 0;
}
