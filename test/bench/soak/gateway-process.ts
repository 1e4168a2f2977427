import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { tryPort } from '@hub/infra/local/port';

import { startOptions } from '../start-options';

/** What a process says of itself. */
export interface Reading {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly externalMb: number;
  readonly handles: number;
  readonly plans: number;
}

export interface SoakedGateway {
  readonly port: number;
  read(): Promise<Reading>;
  /** Heap after everything that can be thrown away was. */
  readCollected(): Promise<Reading>;
  stop(): Promise<void>;
}

const SERIES = {
  rss: 'process_resident_memory_bytes',
  heap: 'nodejs_heap_size_used_bytes',
  external: 'nodejs_external_memory_bytes',
  handles: 'nodejs_active_handles_total',
  plans: 'hub_plan_cache_entries',
} as const;

/** The gateway as people start it, over the supergraph of that file, with its metrics on. */
export async function startGateway(supergraphFile: string): Promise<SoakedGateway> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const collect = join(__dirname, 'collect-garbage.process.js');
  const main = require.resolve('@hub/gateway').replace(/index\.js$/, 'main.js');
  const child = spawn(process.execPath, [...startOptions(), '--expose-gc', '--require', collect, main], {
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HUB_GATEWAY_ONLY: '1',
      HUB_SUPERGRAPH: supergraphFile,
      HUB_HOST: '127.0.0.1',
      HUB_PORT: String(port),
      HUB_METRICS_PORT: String(metricsPort),
    },
  });
  await ready(child, port);
  const read = () => readMetrics(`http://127.0.0.1:${metricsPort}/metrics`);
  return {
    port,
    read,
    async readCollected() {
      for (let round = 0; round < 3; round += 1) {
        child.kill('SIGUSR2');
        await pause(500);
      }
      return read();
    },
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('no free port');
  return port;
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`the gateway ended (${child.exitCode})`);
}

async function readMetrics(url: string): Promise<Reading> {
  const text = await (await fetch(url)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    rssMb: value(SERIES.rss) / 2 ** 20,
    heapMb: value(SERIES.heap) / 2 ** 20,
    externalMb: value(SERIES.external) / 2 ** 20,
    handles: value(SERIES.handles),
    plans: value(SERIES.plans),
  };
}
