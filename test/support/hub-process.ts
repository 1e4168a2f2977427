import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { tryPort } from '@hub/infra/local/port';

/** A process of the hub, run from the sources: for what only a process has, signals and an end. */
export interface HubProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
  /** Sends the signal and resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const ROOT = join(__dirname, '../..');
const HOOK = join(ROOT, 'infra/scripts/typescript-hook.cjs');

type Environment = Readonly<Record<string, string>>;

export function startGatewayProcess(env: Environment): Promise<HubProcess> {
  return start('gateway/src/main.ts', (port) => ({ HUB_PORT: String(port), ...env }));
}

export function startSubgraphProcess(name: string, env: Environment): Promise<HubProcess> {
  return start(`subgraphs/${name}/src/main.ts`, (port) => ({ HUB_SUBGRAPH_PORT: String(port), ...env }));
}

async function start(main: string, environment: (port: number) => Environment): Promise<HubProcess> {
  const port = (await tryPort(0)) as number;
  const child = spawn(process.execPath, ['--require', HOOK, join(ROOT, main)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', HUB_HOST: '127.0.0.1', ...environment(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`${main} ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    child,
    port,
    url,
    async end(signal) {
      const exited = once(child, 'exit');
      child.kill(signal);
      return (await exited)[0];
    },
  };
}

export async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).catch(() => null);
  return answer?.ok === true;
}
