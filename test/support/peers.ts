import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { packageRoot } from '@hub/infra/local/package-root';

const manifests = ['package.json', 'package-lock.json'];
const sources = join(packageRoot(__dirname), 'bench', 'peers');

/**
 * Other gateways, for races and differential tests: they have a lock of their own and are installed here, where they
 * are wanted, so that no part of the product can come to need them. Some are under the Elastic License 2.0.
 */
export function openPeers(): NodeJS.Require {
  const folder = installedFolder();
  if (!existsSync(folder)) installInto(folder);
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  return createRequire(join(folder, 'package.json'));
}

/** One folder for each state of the lock: what is there is whole and never changes. */
function installedFolder(): string {
  const hash = createHash('sha256');
  for (const name of manifests) hash.update(readFileSync(join(sources, name)));
  return join(packageRoot(__dirname), 'node_modules', '.cache', `peers-${hash.digest('hex').slice(0, 16)}`);
}

/** Made beside its place and moved there whole: suites that start at once do not install into each other's files. */
function installInto(folder: string): void {
  process.stderr.write('… 正在安装用作比较的其他网关（npm ci，test/bench/peers）\n');
  mkdirSync(dirname(folder), { recursive: true });
  const own = mkdtempSync(`${folder}-`);
  try {
    for (const name of manifests) copyFileSync(join(sources, name), join(own, name));
    npmCi(own);
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Another suite may have been the first.
    if (!existsSync(folder)) throw error;
  }
}

function npmCi(folder: string): void {
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
