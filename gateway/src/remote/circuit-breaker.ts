import type { BreakerState } from '../observability/telemetry';

export interface BreakerSettings {
  /** Calls of this last time are looked at. */
  readonly windowMs: number;
  /** Fewer calls than this prove nothing. */
  readonly minimumCalls: number;
  /** Share of failed calls, 0 to 1, at which it opens. */
  readonly failureRate: number;
  /** How long it stays open before one call may try. */
  readonly openMs: number;
}

export const DEFAULT_BREAKER: BreakerSettings = {
  windowMs: 10_000,
  minimumCalls: 20,
  failureRate: 0.5,
  openMs: 5_000,
};

export interface BreakerOptions extends BreakerSettings {
  readonly now: () => number;
  readonly onChange: (state: BreakerState) => void;
}

/** `none`: says nothing about the subgraph. */
export type Verdict = 'success' | 'failure' | 'none';

/** Given to a call that may go, and brought back with how it went. It is the number of the state it was given in. */
export type Permit = number;

interface Slice {
  index: number;
  calls: number;
  failures: number;
}

const SLICES = 10;

/**
 * Closed: everything goes. Open: nothing goes, so that a subgraph that is down costs neither it nor the client time.
 * Half-open: one call tries, the others are still refused.
 */
export class CircuitBreaker {
  readonly #slices: Slice[] = Array.from({ length: SLICES }, () => ({ index: -1, calls: 0, failures: 0 }));
  readonly #sliceMs: number;
  #state: BreakerState = 'closed';
  /** Calls that were let go in an earlier state say nothing about this one. */
  #generation: Permit = 0;
  #openedAt = 0;
  #probing = false;

  constructor(private readonly options: BreakerOptions) {
    this.#sliceMs = options.windowMs / SLICES;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** null: not now. */
  enter(): Permit | null {
    if (this.#state === 'closed') return this.#generation;
    if (this.#state === 'open' && this.options.now() - this.#openedAt >= this.options.openMs) this.#become('half-open');
    if (this.#state === 'open' || this.#probing) return null;
    this.#probing = true;
    return this.#generation;
  }

  leave(permit: Permit, verdict: Verdict): void {
    if (permit !== this.#generation) return;
    if (this.#state === 'half-open') this.#settleProbe(verdict);
    else if (verdict !== 'none') this.#count(verdict === 'failure');
  }

  #settleProbe(verdict: Verdict): void {
    this.#probing = false;
    if (verdict === 'success') this.#become('closed');
    if (verdict === 'failure') this.#become('open');
  }

  #count(failed: boolean): void {
    const slice = this.#currentSlice();
    slice.calls += 1;
    if (!failed) return;
    slice.failures += 1;
    if (this.#isTooBad(slice.index)) this.#become('open');
  }

  #currentSlice(): Slice {
    const index = Math.floor(this.options.now() / this.#sliceMs);
    const slice = this.#slices[index % SLICES] as Slice;
    if (slice.index !== index) Object.assign(slice, { index, calls: 0, failures: 0 });
    return slice;
  }

  #isTooBad(current: number): boolean {
    let calls = 0;
    let failures = 0;
    for (const slice of this.#slices) {
      if (current - slice.index >= SLICES) continue;
      calls += slice.calls;
      failures += slice.failures;
    }
    return calls >= this.options.minimumCalls && failures >= calls * this.options.failureRate;
  }

  #become(state: BreakerState): void {
    this.#state = state;
    this.#generation += 1;
    this.#probing = false;
    if (state === 'open') this.#openedAt = this.options.now();
    if (state === 'closed') for (const slice of this.#slices) slice.index = -1;
    this.options.onChange(state);
  }
}
