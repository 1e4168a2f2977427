import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';

import { buildHub, REPOSITORY } from '../../support/build-hub';
import type { Dice } from './dice';
import { until } from './until';
import type { WorkerSetting } from './worker.process';

const PROGRAM = join(REPOSITORY, 'test', 'dist', 'faults', 'deadlines', 'worker.process.js');
const MOVED_CLOCK = join(REPOSITORY, 'test', 'support', 'moved-clock.cjs');

export interface CrewOptions {
  readonly setting: WorkerSetting;
  readonly clockFile: string;
  readonly logFile: string;
}

/** Workers as somebody watches over them: who ends is started again. */
export class Crew {
  readonly #options: CrewOptions;
  readonly #log: number;
  readonly #all = new Set<ChildProcess>();
  readonly #up = new Set<ChildProcess>();
  #stopping = false;
  /** Those that ended although nobody killed them: a database that is away lets none begin. */
  fell = 0;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#log = openSync(options.logFile, 'a');
  }

  /** Resolves once all of them are at work. */
  async start(size: number): Promise<void> {
    buildHub();
    this.#stopping = false;
    for (let member = 0; member < size; member += 1) this.#begin();
    await until('all workers are up', async () => this.#up.size === size);
  }

  /** Kills one that is at work, as if it had never been. */
  async kill(dice: Dice): Promise<void> {
    await this.#someoneUp();
    const victim = dice.pick([...this.#up]);
    this.#up.delete(victim);
    const ended = once(victim, 'exit');
    victim.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      [...this.#all].map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
  }

  #someoneUp(): Promise<void> {
    return until('a worker is up', async () => this.#up.size > 0);
  }

  #begin(): void {
    const { setting, clockFile } = this.#options;
    const child = fork(PROGRAM, {
      execArgv: ['--require', MOVED_CLOCK],
      stdio: ['ignore', this.#log, this.#log, 'ipc'],
      env: { ...process.env, NODE_ENV: 'test', TEST_CLOCK_FILE: clockFile, TEST_WORKER: JSON.stringify(setting) },
    });
    this.#all.add(child);
    child.once('message', () => this.#up.add(child));
    child.once('exit', (_code, signal) => {
      this.#all.delete(child);
      this.#up.delete(child);
      if (this.#stopping) return;
      if (signal !== 'SIGKILL') this.fell += 1;
      this.#begin();
    });
  }
}
