import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { createTestCluster } from '@hub/infra/local/postgres';

import { startOptions } from '../start-options';

/** The whole hub in a process of its own, so that its memory is its own. */
export interface BenchHub {
  readonly url: string;
  /** Of the superuser. */
  readonly ownerUrl: string;
  /** Where the clock of the hub stands. */
  readonly now: Date;
  /** Resident memory of the hub's process. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

export interface Started {
  readonly url: string;
  readonly ownerUrl: string;
  readonly now: string;
}

export async function startBenchHub(): Promise<BenchHub> {
  const cluster = await createTestCluster();
  const child = fork(join(__dirname, 'hub.process.js'), {
    execArgv: startOptions(),
    env: { ...process.env, HUB_TEST_POSTGRES: cluster.url },
  });
  const [started] = (await once(child, 'message')) as [Started];
  return {
    url: started.url,
    ownerUrl: started.ownerUrl,
    now: new Date(started.now),
    residentBytes: () => ask<number>(child, 'memory'),
    async stop() {
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
      await cluster.stop();
    },
  };
}

async function ask<Answer>(child: ChildProcess, question: string): Promise<Answer> {
  const answered = once(child, 'message');
  child.send(question);
  const [answer] = (await answered) as [Answer];
  return answer;
}
