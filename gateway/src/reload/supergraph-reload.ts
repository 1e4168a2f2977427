import type { Logger } from '@hub/runtime';

import type { BuildGeneration, Generation } from './generation';
import { LiveGraph } from './live-graph';

export interface ReloadOptions {
  /** The SDL as it is kept now. */
  readonly read: () => Promise<string>;
  readonly build: BuildGeneration;
  readonly logger: Logger;
  /** How often it is looked at; 0: only when told to. */
  readonly pollMs: number;
}

/** So many operations are prepared for a new graph before it serves: those the old one was asked for most. */
const WARM_OPERATIONS = 200;

/** Serves the graph of a file or address, and takes a new one over when it has been read, built and warmed in full. */
export class SupergraphReload {
  readonly graph: LiveGraph;
  #text: string;
  /** Differs from what is served, but was seen once only: it may be half written. */
  #candidate: string | null = null;
  #running: Promise<unknown> = Promise.resolve();
  readonly #timer: NodeJS.Timeout | null;

  private constructor(
    private readonly options: ReloadOptions,
    text: string,
    first: Generation,
  ) {
    this.#text = text;
    this.graph = new LiveGraph(first);
    const { pollMs } = options;
    this.#timer =
      pollMs > 0 ? setInterval(() => void this.#oneAfterTheOther(() => this.#look()), pollMs).unref() : null;
  }

  static async open(options: ReloadOptions): Promise<SupergraphReload> {
    const text = await options.read();
    return new SupergraphReload(options, text, await options.build(text));
  }

  /** Takes over what is there now, without waiting whether it stays. */
  reload(): Promise<void> {
    return this.#oneAfterTheOther(async () => {
      const text = await this.#read();
      if (text !== null && text !== this.#text) await this.#takeOver(text);
    });
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
    await this.graph.close();
  }

  #oneAfterTheOther(act: () => Promise<void>): Promise<void> {
    const next = this.#running.then(act);
    this.#running = next;
    return next;
  }

  async #look(): Promise<void> {
    const text = await this.#read();
    if (text === null || text === this.#text) {
      this.#candidate = null;
    } else if (text === this.#candidate) {
      await this.#takeOver(text);
    } else {
      this.#candidate = text;
    }
  }

  async #read(): Promise<string | null> {
    try {
      return await this.options.read();
    } catch (err) {
      this.options.logger.error({ err }, 'the supergraph could not be read, the graph stays as it was');
      return null;
    }
  }

  /** A text that failed is not tried again until it changes. */
  async #takeOver(text: string): Promise<void> {
    this.#text = text;
    this.#candidate = null;
    const { logger, build } = this.options;
    try {
      const startedAt = performance.now();
      const next = await build(text);
      await next.executor.warm(this.graph.current.executor.mostUsed(WARM_OPERATIONS));
      this.graph.replace(next);
      logger.info({ ms: Math.round(performance.now() - startedAt) }, 'a new supergraph is served');
    } catch (err) {
      logger.error({ err }, 'the new supergraph cannot be served, the graph stays as it was');
    }
  }
}
