import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Binaries } from './binaries';
import { type Home, readNote, writeNote } from './home';
import { postgresError } from './postgres.errors';
import { giveTo, runAs } from './server-user';

export const SUPERUSER = 'postgres';

const MAJOR_VERSION = '18';
const PASSWORD = 'superuser-password';

/** Keeps an existing cluster; makes one where there is none. Returns the superuser's password. */
export async function ensureCluster(home: Home, binaries: Binaries, durable: boolean): Promise<string> {
  const password = readPassword(home);
  if (password !== null && existsSync(home.cluster)) {
    checkVersion(home);
    return password;
  }
  return initialise(home, binaries, durable);
}

export const readPassword = (home: Home): string | null => readNote(home, PASSWORD);

function checkVersion(home: Home): void {
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR_VERSION) return;
  throw postgresError('DATA_OF_ANOTHER_VERSION', { folder: home.cluster, found, expected: MAJOR_VERSION });
}

/** initdb works in a folder of another name: one that was killed half-way is never taken for a cluster. */
async function initialise(home: Home, binaries: Binaries, durable: boolean): Promise<string> {
  const unfinished = `${home.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(home.user, unfinished);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = writeNote(home, PASSWORD, password);
  const options = [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(binaries.initdb, options, runAs(home.user));
  } catch (error) {
    throw postgresError('INITIALISATION_FAILED', { output: (error as { stderr?: string }).stderr ?? String(error) });
  }
  renameSync(unfinished, home.cluster);
  return password;
}
