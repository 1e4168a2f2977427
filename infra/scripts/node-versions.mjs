import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from './prepare/root.mjs';
import { StepFailure, step } from './steps.mjs';

/** Starts the built hub under each Node it promises to run on, asks it something, and stops it. */
const VERSIONS = ['20', '22', '24'];
const READY_WITHIN_MS = 120_000;

// Open to the account that Postgres runs as under root: a closed one would send the data to the system's state folder.
const folder = mkdtempSync(join(tmpdir(), 'hub-node-versions-'));
chmodSync(folder, 0o711);

/** The npm package `node` brings the program of a version. */
function fetchNode(version) {
  const prefix = join(folder, version);
  const { status } = spawnSync('npm', ['install', '--prefix', prefix, '--no-save', `node@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new StepFailure(`node@${version} 没有取到`);
  return join(prefix, 'node_modules', 'node', 'bin', 'node');
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function answers(url, hub) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && hub.exitCode === null) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    }).catch(() => null);
    if (answer?.ok && (await answer.json()).data.__typename === 'Query') return true;
    await sleep(200);
  }
  return false;
}

async function smoke(node, version) {
  const port = await freePort();
  const hub = spawn(node, [join(root, 'infra', 'dist', 'local', 'main.js')], {
    cwd: root,
    env: { ...process.env, HUB_PORT: String(port), HUB_DATA_DIR: join(folder, `data-${version}`) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(hub, 'exit');
  const isAnswering = await answers(`http://127.0.0.1:${port}/graphql`, hub);
  hub.kill('SIGTERM');
  const [code] = await ended;
  if (!isAnswering) throw new StepFailure(`Node ${version}：平台没有回答`);
  if (code !== 0) throw new StepFailure(`Node ${version}：停止时的退出码是 ${code}`);
}

try {
  for (const version of VERSIONS) {
    const node = fetchNode(version);
    await step(`Node ${version} 上可以启动、查询、停止`, () => smoke(node, version));
  }
} catch (error) {
  if (!(error instanceof StepFailure)) throw error;
  console.error(`✘ ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
