import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

import { packageRoot } from '@hub/infra/local/package-root';

const folder = join(packageRoot(__dirname), 'bench', 'peers');
const lockFile = join(folder, 'package-lock.json');
/** What npm itself writes down at the end of an install. */
const installedFile = join(folder, 'node_modules', '.package-lock.json');

/**
 * Other gateways, for races and differential tests: they have a lock of their own and are installed here, where they
 * are wanted, so that no part of the product can come to need them. Some are under the Elastic License 2.0.
 */
export function openPeers(): NodeJS.Require {
  if (!isInstalled()) install();
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  return createRequire(join(folder, 'package.json'));
}

function isInstalled(): boolean {
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(lockFile);
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(([path, { integrity, optional }]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.integrity === integrity : optional === true;
  });
}

function packagesOf(file: string): Record<string, { integrity?: string; optional?: boolean }> {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install(): void {
  process.stderr.write('… 正在安装用作比较的其他网关（npm ci，test/bench/peers）\n');
  const [command, ...prefix] = npmCommand();
  // No install script of theirs is needed to run them.
  const { status, error } = spawnSync(command, [...prefix, 'ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error || status !== 0) {
    throw new Error(`peers could not be installed (npm ci in ${folder}): ${error?.message ?? `exit code ${status}`}`);
  }
}

/** The npm that runs this script, whether or not its folder is on the PATH. */
function npmCommand(): [string, ...string[]] {
  const path = process.env.npm_execpath;
  return path && basename(path).startsWith('npm-cli') ? [process.execPath, path] : ['npm'];
}
