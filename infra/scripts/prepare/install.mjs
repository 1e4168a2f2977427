import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { StepFailure } from '../steps.mjs';
import { root } from './root.mjs';

const lockFile = join(root, 'package-lock.json');
const markFile = join(root, 'node_modules', '.hub-install');
/** What npm itself writes down at the end of an install. */
const installedFile = join(root, 'node_modules', '.package-lock.json');

/** An install by hand (`npm ci`) leaves no mark of ours: then npm's own record is compared with the lock. */
export function isInstalled() {
  const mark = readIfThere(markFile);
  if (mark === expectedMark()) return true;
  const isForThisNode = mark === null || mark.startsWith(`${process.version} `);
  return isForThisNode && matchesLock();
}

export function markInstalled() {
  if (readIfThere(markFile) !== expectedMark()) writeFileSync(markFile, expectedMark());
}

export function install() {
  console.log('… 正在安装依赖（npm ci）');
  const [command, ...prefix] = npmCommand();
  const { status, error } = spawnSync(command, [...prefix, 'ci', '--include=dev'], { cwd: root, stdio: 'inherit' });
  if (error || status !== 0) {
    const reason = error ? error.message : `退出码 ${status}`;
    throw new StepFailure(`依赖没有装上（npm ci：${reason}）。请检查网络、磁盘和上面的输出，再重新运行。`);
  }
}

/** The npm that runs this script, whether or not its folder is on the PATH. */
export function npmCommand() {
  const path = process.env.npm_execpath;
  return path && basename(path).startsWith('npm-cli') ? [process.execPath, path] : ['npm'];
}

function expectedMark() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${process.version} ${hash}`;
}

/** Every package of the lock is there in the same build; optional ones of other platforms may be missing. */
function matchesLock() {
  const installedText = readIfThere(installedFile);
  if (installedText === null) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const isPackage = path.startsWith('node_modules/') && !entry.link;
    const there = installed[path];
    return !isPackage || (there ? there.integrity === entry.integrity : entry.optional === true);
  });
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
