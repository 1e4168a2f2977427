import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';

import { root } from './prepare/root.mjs';

/** `npm run dev`: compiles what changes, and starts the hub again when the compiler has written. */
const QUIET_MS = 300;
const BUILT = ['shared', 'subgraphs', 'gateway', 'infra'];

const compiler = spawn(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', '--watch'], {
  cwd: root,
  stdio: 'inherit',
});

let hub = null;
let restarting = false;
let stopping = false;
let timer;

function startHub() {
  hub = spawn(process.execPath, [join(root, 'infra', 'dist', 'local', 'main.js')], { cwd: root, stdio: 'inherit' });
}

async function stopHub() {
  if (hub === null || hub.exitCode !== null || hub.signalCode !== null) return;
  const ended = once(hub, 'exit');
  hub.kill('SIGTERM');
  await ended;
}

/** The database must be free before it is opened again, so the old hub has ended before the new one starts. */
async function restartHub() {
  if (restarting || stopping) return;
  restarting = true;
  await stopHub();
  if (!stopping) startHub();
  restarting = false;
}

for (const folder of BUILT) {
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (!file?.includes('dist/') || !file.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(restartHub, QUIET_MS);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    clearTimeout(timer);
    compiler.kill('SIGTERM');
    await stopHub();
    process.exit(0);
  });
}

startHub();
