import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from '../port';
import type { Binaries } from './binaries';
import type { Home } from './home';
import { postgresError } from './postgres.errors';
import { readPostmasterFile } from './processes';
import { runAs } from './server-user';

/**
 * The others are for throwaway clusters: `process` outlives a server that is killed but not the machine, and `none`
 * neither, so that tests run twice as fast.
 */
export type Durability = 'full' | 'process' | 'none';

const READY_WITHIN_MS = 120_000;
const POLL_MS = 10;

/** See the connection budget in ARCHITECTURE.md. */
export const MAX_CONNECTIONS = 200;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  max_connections: String(MAX_CONNECTIONS),
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A failed statement and its detail carry text of documents, which belongs in no log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const DURABILITY: Readonly<Record<Durability, Readonly<Record<string, string>>>> = {
  full: {},
  process: { fsync: 'off' },
  none: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
};

/** Starts the server in a session of its own: Ctrl-C in a terminal must reach the hub first, which stops it last. */
export async function startServer(
  home: Home,
  binaries: Binaries,
  port: number,
  durability: Durability,
): Promise<ChildProcess> {
  const settings = { ...SETTINGS, ...DURABILITY[durability], port: String(port) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(home.logFile, 'w', 0o600);
  const server = spawn(binaries.postgres, ['-D', home.cluster, ...options], {
    ...runAs(home.user),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await becomesReady(server, home);
  return server;
}

async function becomesReady(server: ChildProcess, home: Home): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isReady(server, home)) {
    if (hasEnded(server) || Date.now() > deadline) {
      await stopServer(server, 'SIGQUIT');
      throw postgresError('SERVER_DID_NOT_START', {
        logFile: home.logFile,
        output: readFileSync(home.logFile, 'utf8'),
      });
    }
    await sleep(POLL_MS);
  }
}

function isReady(server: ChildProcess, home: Home): boolean {
  const file = readPostmasterFile(home.cluster);
  return file?.pid === server.pid && file?.status === 'ready';
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

/** SIGINT is the fast shutdown (clients are disconnected, a checkpoint is written), SIGQUIT the immediate one. */
export async function stopServer(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}
