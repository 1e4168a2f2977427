import { once } from 'node:events';

/** A source of events in the hands of a test. */
export class Topic {
  readonly #listeners = new Set<(event: unknown) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Resolves once that many listen. */
  async heardBy(count: number): Promise<void> {
    while (this.#listeners.size !== count) await new Promise((resolve) => setImmediate(resolve));
  }

  tell(event: unknown): void {
    for (const listen of this.#listeners) listen(event);
  }

  async *listen(signal: AbortSignal): AsyncGenerator<unknown, void, undefined> {
    const waiting: unknown[] = [];
    const arrivals = new EventTarget();
    const listen = (event: unknown) => {
      waiting.push(event);
      arrivals.dispatchEvent(new Event('arrival'));
    };
    this.#listeners.add(listen);
    try {
      while (!signal.aborted) {
        if (waiting.length > 0) yield waiting.shift();
        else await once(arrivals, 'arrival', { signal }).catch(() => undefined);
      }
    } finally {
      this.#listeners.delete(listen);
    }
  }
}
