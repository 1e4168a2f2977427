import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { postgresError } from './postgres.errors';

const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5_000;
const POLL_MS = 20;

/** The first lines of postmaster.pid, as the server documents them. */
export interface PostmasterFile {
  readonly pid: number;
  readonly status: string;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Stops what a killed parent left behind: the postmaster, or backends that outlived it. The pid in postmaster.pid
 * alone proves nothing, since after a reboot another program may have it.
 */
export async function stopServerLeftBehind(cluster: string): Promise<boolean> {
  if (!existsSync(cluster)) return false;
  const found = serverProcesses(cluster);
  if (found.length > 0) {
    const postmaster = readPostmasterFile(cluster)?.pid;
    signal(
      found.filter((pid) => pid === postmaster),
      'SIGINT',
    );
    if (!(await areGone(cluster, FAST_STOP_MS))) {
      signal(serverProcesses(cluster), 'SIGQUIT');
      if (!(await areGone(cluster, IMMEDIATE_STOP_MS))) {
        throw postgresError('SERVER_DOES_NOT_STOP', { pids: serverProcesses(cluster).join(', ') });
      }
    }
  }
  removeStalePidFile(cluster);
  return found.length > 0;
}

/** The server would refuse to start while another program runs under the pid of its predecessor. */
function removeStalePidFile(cluster: string): void {
  const file = readPostmasterFile(cluster);
  if (file && isAlive(file.pid)) rmSync(join(cluster, 'postmaster.pid'));
}

async function areGone(cluster: string, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (serverProcesses(cluster).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // It ended by itself between the listing and the signal.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Every process of a server works in its data folder. */
function serverProcesses(cluster: string): number[] {
  const folder = realpathSync(cluster);
  return existsSync('/proc/self/cwd') ? processesIn(folder) : postmasterOf(folder);
}

function processesIn(folder: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => workingFolder(pid) === folder).map(Number);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // The process ended, or belongs to another account: not a server of ours either way.
    return null;
  }
}

/** Without /proc (macOS) only the postmaster can be told, by its command line. */
function postmasterOf(folder: string): number[] {
  const pid = readPostmasterFile(folder)?.pid;
  if (pid === undefined || !isAlive(pid)) return [];
  const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return command.includes(folder) ? [pid] : [];
}
