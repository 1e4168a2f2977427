import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { packageRoot } from '../../local/package-root';
import { distributedError } from '../distributed.errors';
import type { ProcessPlan } from '../placement/process-plan';
import { becomesHealthy, withPatience } from './health-probe';
import { type WriteLine, writeLines } from './line-writer';
import { RestartDelay } from './restart-delay';

const LIFELINE = join(packageRoot(__dirname), 'distributed', 'processes', 'lifeline.cjs');

export interface SupervisionOptions {
  /** Where programs are found: the root of the repository, or a copy of it. */
  readonly cwd: string;
  /** Modules that every process loads before its program. */
  readonly preload?: readonly string[];
  readonly patience?: number;
  /** What the process writes, line by line. */
  readonly output: WriteLine;
  /** What happens to it. */
  readonly announce: WriteLine;
}

/** One run of a process, from its start to its end. */
interface Run {
  readonly child: ChildProcess;
  readonly startedAt: number;
  readonly ended: Promise<void>;
  readonly healthy: Promise<void>;
}

/** Runs one process as its container would be run: started again when it ends by itself, stopped in order. */
export class SupervisedProcess {
  readonly #stopping = new AbortController();
  readonly #restarts = new RestartDelay();
  #run: Run | null = null;

  constructor(
    readonly plan: ProcessPlan,
    private readonly options: SupervisionOptions,
  ) {}

  /** Of the present run, or of the last one. */
  get pid(): number | undefined {
    return this.#run?.child.pid;
  }

  start(): void {
    const child = this.#spawn();
    // Its last lines are told before its end.
    const ended = once(child, 'close').then(() => undefined);
    this.#run = { child, startedAt: performance.now(), ended, healthy: this.#becomesHealthy() };
    // Whoever waits for it hears of it; nobody may be waiting.
    this.#run.healthy.catch(() => undefined);
    void ended.then(() => this.#startAgain());
  }

  /** Rejects with PROCESS_UNHEALTHY when it does not pass its check in time. */
  async healthy(): Promise<void> {
    await this.#run?.healthy;
  }

  /** Rejects with PROCESS_FAILED when it ends with anything but success. */
  async completed(): Promise<void> {
    if (this.#run === null) return;
    const { child, ended } = this.#run;
    await ended;
    if (child.exitCode === 0) return;
    throw distributedError('PROCESS_FAILED', { name: this.plan.name, ending: ending(child) });
  }

  /** Does to it what happens to processes; how it goes on is then up to its restart policy. */
  signal(signal: NodeJS.Signals): void {
    this.#run?.child.kill(signal);
  }

  /** Asks it to end, waits as long as docker-compose.yml grants, then ends it. Safe to repeat. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#run === null || hasEnded(this.#run.child)) return;
    const { child, ended } = this.#run;
    child.kill(this.plan.stopSignal);
    const force = setTimeout(() => {
      this.options.announce(`✘ ${this.plan.name} 没有按时停止，已强行结束`);
      child.kill('SIGKILL');
    }, this.plan.stopGraceMs);
    await ended;
    clearTimeout(force);
  }

  #spawn(): ChildProcess {
    const { cwd, preload = [], output } = this.options;
    const required = [LIFELINE, ...preload].flatMap((module) => ['--require', module]);
    const child = spawn(process.execPath, [...required, ...this.plan.args], {
      cwd,
      env: { PATH: process.env.PATH, ...this.plan.environment },
      // A group of its own: Ctrl-C in the terminal is for the launcher, which ends the others in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) if (stream) writeLines(stream, output);
    return child;
  }

  async #becomesHealthy(): Promise<void> {
    const { healthcheck, name } = this.plan;
    const { cwd, patience = 1, announce } = this.options;
    if (healthcheck === null) return;
    const began = performance.now();
    const healthy = await becomesHealthy(withPatience(healthcheck, patience), cwd, this.#stopping.signal);
    if (!healthy) throw distributedError('PROCESS_UNHEALTHY', { name });
    announce(`✔ ${name} 已就绪 (${((performance.now() - began) / 1000).toFixed(1)} 秒)`);
  }

  /** What the restart policy says to an end that nobody asked for. */
  async #startAgain(): Promise<void> {
    const { signal } = this.#stopping;
    if (this.#run === null || signal.aborted) return;
    const { child, startedAt } = this.#run;
    const { name, restart } = this.plan;
    if (restart === 'no' || (restart === 'on-failure' && child.exitCode === 0)) return;
    const delayMs = this.#restarts.after(performance.now() - startedAt);
    this.options.announce(`✘ ${name} 意外结束（${ending(child)}），${delayMs / 1000} 秒后重新启动`);
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) this.start();
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const ending = ({ exitCode, signalCode }: ChildProcess): string => signalCode ?? `退出码 ${exitCode}`;
