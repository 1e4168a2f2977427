import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { postgresError } from './postgres.errors';
import { isAlive } from './processes';

const LOCK = 'owner';

/** Marks the folder as run by this process, so that a second one does not stop its server as left behind. */
export function takeOwnership(folder: string): () => void {
  const path = join(folder, LOCK);
  while (!create(path)) {
    const pid = liveOwner(folder);
    if (pid !== null) throw postgresError('DATA_IN_USE', { folder, pid });
    rmSync(path, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** The pid of the live process that runs the cluster of this folder. */
export function liveOwner(folder: string): number | null {
  const path = join(folder, LOCK);
  if (!existsSync(path)) return null;
  const holder = readFileSync(path, 'utf8');
  const pid = Number(holder.split(' ')[0]);
  return isAlive(pid) && holder === identity(pid) ? pid : null;
}

/** A hard link appears with its content at once, so that nobody ever reads a half-written lock. */
function create(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, identity(process.pid), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** A pid is used again after a reboot; together with the time its process began it is not. */
function identity(pid: number): string {
  return `${pid} ${startTime(pid)}`;
}

function startTime(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim();
  // Field 22 of proc(5), in ticks since boot; the name in field 2 may hold spaces and ends with the last parenthesis.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return `${fields[19]} ${bootId()}`;
}

function bootId(): string {
  const path = '/proc/sys/kernel/random/boot_id';
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}
