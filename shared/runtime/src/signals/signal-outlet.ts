import { setTimeout } from 'node:timers/promises';

import { topicOf, writeMessage } from './signal-message';

/** Messages in the order in which they are to go; rejects when it is not known that all of them went. */
export type SendMessages = (messages: readonly string[]) => Promise<void>;

const MAX_WAITING = 1000;
const MAX_BATCH = 100;
const RETRY_MS = 500;

/**
 * Sends what is published over a connection that may be away, without ever keeping who publishes. What could not be
 * sent is not kept: its topics are remembered, and told as gaps as soon as the connection is back.
 */
export class SignalOutlet {
  #waiting: string[] = [];
  readonly #lost = new Set<string>();
  readonly #closing = new AbortController();
  #sending: Promise<void> | null = null;

  constructor(
    private readonly send: SendMessages,
    private readonly reportFault: (error: unknown) => void,
  ) {}

  put(message: string): void {
    if (this.#closing.signal.aborted) return;
    this.#waiting.push(message);
    if (this.#waiting.length > MAX_WAITING) this.#lose(this.#waiting.splice(0));
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
  }

  /** Sends what waits, if that is possible at once. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    // Whatever else is published in this turn goes in the same batch.
    await Promise.resolve();
    while (this.#waiting.length + this.#lost.size > 0) {
      const gaps = [...this.#lost].map((topic) => writeMessage({ topic }));
      const messages = this.#waiting.splice(0, MAX_BATCH);
      this.#lost.clear();
      try {
        await this.send([...gaps, ...messages]);
      } catch (error) {
        this.#lose([...gaps, ...messages]);
        this.reportFault(error);
        if (this.#closing.signal.aborted) return;
        await setTimeout(RETRY_MS, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  #lose(messages: readonly string[]): void {
    for (const message of messages) this.#lost.add(topicOf(message));
  }
}
