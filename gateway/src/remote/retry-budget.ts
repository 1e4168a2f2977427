/** One retry for so many calls. */
const CALLS_PER_RETRY = 10;
/** Saved up at most, and there at the start: a quiet subgraph may have its hiccup too. */
const MOST_RETRIES = 10;

/**
 * Retries mend a hiccup and feed a fire: when everything fails, they multiply the load of a subgraph that is going down.
 * So they are a tenth of the calls at most.
 */
export class RetryBudget {
  #tokens = MOST_RETRIES * CALLS_PER_RETRY;

  countCall(): void {
    if (this.#tokens < MOST_RETRIES * CALLS_PER_RETRY) this.#tokens += 1;
  }

  take(): boolean {
    if (this.#tokens < CALLS_PER_RETRY) return false;
    this.#tokens -= CALLS_PER_RETRY;
    return true;
  }
}
