import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from './root.mjs';

const lock = join(root, '.turbo', 'prepare.lock');
const POLL_MS = 200;

/** `npm start` and `npm test` in two terminals must not install into one node_modules at once. */
export async function withLock(run) {
  for (let told = false; !take(); told = true) {
    const holder = holderPid();
    if (holder !== null && !isAlive(holder)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!told) console.log(`… 另一个进程（${holder ?? '?'}）正在安装或编译，等它做完`);
    await sleep(POLL_MS);
  }
  try {
    return await run();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A hard link appears with its content at once: nobody reads a half-written lock. */
function take() {
  mkdirSync(dirname(lock), { recursive: true });
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function holderPid() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
