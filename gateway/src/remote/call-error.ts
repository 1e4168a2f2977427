import type { CallOutcome } from '../observability/telemetry';

export type CallFailure = Exclude<CallOutcome, 'ok' | 'errors'>;

export interface CallErrorOptions extends ErrorOptions {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The time that ran out was the client's, not the subgraph's. */
  readonly expired?: boolean;
}

/** A subgraph could not be asked, or what it answered is no answer of a graph. */
export class SubgraphCallError extends Error {
  override readonly name = 'SubgraphCallError';
  readonly status: number | null;
  readonly #expired: boolean;

  constructor(
    readonly subgraph: string,
    readonly failure: CallFailure,
    message: string,
    options: CallErrorOptions = {},
  ) {
    super(`subgraph ${subgraph}: ${message}`, options);
    this.status = options.status ?? null;
    this.#expired = options.expired ?? false;
  }

  /** Does this speak against the health of the subgraph? A client that left, or that had little time, does not. */
  get isFaultOfSubgraph(): boolean {
    return this.failure !== 'cancelled' && this.failure !== 'rejected' && !this.#expired;
  }

  /** May the same call, sent again at once, well succeed? */
  get isPassing(): boolean {
    return this.failure === 'unreachable' || (this.status !== null && PASSING_STATUSES.has(this.status));
  }
}

/** What proxies answer while an instance goes and another comes: bad gateway, unavailable, gateway timeout. */
export const PASSING_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);
