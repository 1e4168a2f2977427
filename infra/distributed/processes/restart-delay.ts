const FIRST_MS = 100;
const LONGEST_MS = 60_000;
/** After running so long a process starts with a clean record. */
const STEADY_MS = 10_000;

/** How long to wait before a process starts again: twice as long each time it ends soon, as container engines do. */
export class RestartDelay {
  #next = FIRST_MS;

  after(ranMs: number): number {
    if (ranMs >= STEADY_MS) this.#next = FIRST_MS;
    const delay = this.#next;
    this.#next = Math.min(delay * 2, LONGEST_MS);
    return delay;
  }
}
