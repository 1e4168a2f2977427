import type { Condition } from '../compose/compose.type';
import type { ProcessPlan } from '../placement/process-plan';
import type { WriteLine } from './line-writer';
import { assertNoCircle, dependents, type Waits } from './order';
import { SupervisedProcess } from './supervised-process';

export interface ProcessGroupOptions {
  readonly cwd: string;
  readonly preload?: readonly string[];
  readonly patience?: number;
  readonly outputOf: (name: string) => WriteLine;
  readonly announce: WriteLine;
}

/** The processes of a hub: each starts when what it waits for is there, and stops when nobody stands on it any more. */
export class ProcessGroup {
  readonly #processes: ReadonlyMap<string, SupervisedProcess>;
  readonly #waits: Waits;
  #stopped: Promise<void> | null = null;

  constructor(plans: readonly ProcessPlan[], { outputOf, ...options }: ProcessGroupOptions) {
    this.#waits = new Map(plans.map(({ name, dependsOn }) => [name, [...dependsOn.keys()]]));
    assertNoCircle(this.#waits);
    this.#processes = new Map(
      plans.map((plan) => [plan.name, new SupervisedProcess(plan, { ...options, output: outputOf(plan.name) })]),
    );
  }

  process(name: string): SupervisedProcess {
    const found = this.#processes.get(name);
    if (!found) throw new Error(`docker-compose.yml has no process ${name}`);
    return found;
  }

  /**
   * Resolves with true when every process does what others may wait for, with false when the group was stopped before;
   * rejects with the first that will not.
   */
  async start(): Promise<boolean> {
    const settle = async (process: SupervisedProcess): Promise<void> => {
      await this.#begin(process.plan.name);
      // A process that runs once is done when it has ended.
      await (process.plan.restart === 'no' ? process.completed() : process.healthy());
    };
    try {
      await Promise.all([...this.#processes.values()].map(settle));
    } catch (error) {
      // Whoever is told to stop does not become what was waited for.
      if (this.#stopped === null) throw error;
    }
    return this.#stopped === null;
  }

  /** Resolves when all have ended. Safe to repeat. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  readonly #begin = onceFor(async (name) => {
    const process = this.process(name);
    await Promise.all([...process.plan.dependsOn].map(([other, condition]) => this.#becomes(other, condition)));
    if (this.#stopped === null) process.start();
  });

  async #becomes(name: string, condition: Condition): Promise<void> {
    await this.#begin(name);
    const process = this.process(name);
    if (condition === 'service_healthy') await process.healthy();
    if (condition === 'service_completed_successfully') await process.completed();
  }

  async #stop(): Promise<void> {
    const standingOn = dependents(this.#waits);
    const stop = onceFor(async (name) => {
      await Promise.all((standingOn.get(name) ?? []).map(stop));
      await this.process(name).stop();
    });
    await Promise.all([...this.#processes.keys()].map(stop));
  }
}

/** What is asked for by several, done once for each name. */
function onceFor(work: (name: string) => Promise<void>): (name: string) => Promise<void> {
  const begun = new Map<string, Promise<void>>();
  return (name) => {
    const done = begun.get(name) ?? work(name);
    begun.set(name, done);
    return done;
  };
}
