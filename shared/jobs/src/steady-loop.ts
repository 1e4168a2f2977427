import { setTimeout } from 'node:timers/promises';

/** Takes one step after another until it is closed. A step answers how long to wait before the next; it never throws. */
export class SteadyLoop {
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;

  constructor(private readonly step: () => Promise<number>) {}

  get isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Lets the step at hand finish. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const pauseMs = await this.step();
      // Closing is the one thing that ends a pause early.
      if (pauseMs > 0) await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
