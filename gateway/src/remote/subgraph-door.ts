import { setTimeout as pause } from 'node:timers/promises';

import { Pool } from 'undici';

import type { ReadData, SubgraphRequest, SubgraphResponse } from '../context';
import { NO_TELEMETRY, type Telemetry } from '../observability/telemetry';
import { PASSING_STATUSES, SubgraphCallError } from './call-error';
import { type BreakerSettings, CircuitBreaker, DEFAULT_BREAKER, type Verdict } from './circuit-breaker';
import { type HttpPost, PostLimitError, post } from './http-post';
import { readAnswer } from './read-answer';
import { RetryBudget } from './retry-budget';

export interface DoorSettings {
  /** Time one call has from asking to the last byte of its answer, retries apart. */
  readonly timeoutMs?: number;
  /** An answer larger than this is cut off: one subgraph must not take the gateway's memory. */
  readonly maxResponseBytes?: number;
  readonly breaker?: Partial<BreakerSettings>;
  readonly telemetry?: Telemetry;
}

export interface DoorCall {
  readonly kind: SubgraphRequest['kind'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly readData?: ReadData;
  readonly signal: AbortSignal;
  /** `performance.now()` at which the client's request is given up. */
  readonly deadline: number | undefined;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const CONNECTIONS = 32;
const CONNECT_MS = 5_000;
/**
 * A connection that was idle for longer is not used again. Shorter than servers keep theirs: one that is closed at the
 * moment it is written to loses a call, and a lost mutation is not sent again.
 */
const IDLE_MS = 3_000;
const MOST_ATTEMPTS = 3;
const RETRY_PAUSE_MS = 30;

/** Says to the subgraph how long somebody waits for its answer. */
const TIMEOUT_HEADER = 'x-hub-timeout-ms';

/** The way to one subgraph: its connections, and what the gateway has learnt about its health. */
export class SubgraphDoor {
  readonly breaker: CircuitBreaker;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #budget = new RetryBudget();
  readonly #limits: { readonly timeoutMs: number; readonly maxBytes: number };
  readonly #telemetry: Telemetry;

  constructor(
    readonly subgraph: string,
    readonly url: string,
    { timeoutMs = DEFAULT_TIMEOUT_MS, maxResponseBytes = DEFAULT_MAX_BYTES, breaker, telemetry }: DoorSettings,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#limits = { timeoutMs, maxBytes: maxResponseBytes };
    this.#telemetry = telemetry ?? NO_TELEMETRY;
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      connect: { timeout: CONNECT_MS },
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.breaker = new CircuitBreaker({
      ...DEFAULT_BREAKER,
      ...breaker,
      now: () => performance.now(),
      onChange: (state) => this.#telemetry.breakerChanged(subgraph, state),
    });
  }

  async ask(call: DoorCall): Promise<SubgraphResponse> {
    this.#budget.countCall();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(call, this.#mayRetry(call, attempt));
      } catch (error) {
        if (!(error instanceof SubgraphCallError && error.isPassing && this.#takeRetry(call, attempt))) throw error;
      }
      this.#telemetry.subgraphRetried(this.subgraph);
      await pause(RETRY_PAUSE_MS * (attempt - Math.random()));
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** A mutation is sent once, whatever happened to it: the gateway cannot know that it was not done. */
  #mayRetry({ kind, signal }: DoorCall, attempt: number): boolean {
    return kind === 'query' && attempt < MOST_ATTEMPTS && !signal.aborted && this.breaker.state === 'closed';
  }

  #takeRetry(call: DoorCall, attempt: number): boolean {
    const { deadline = Number.POSITIVE_INFINITY } = call;
    const hasTime = deadline - performance.now() > RETRY_PAUSE_MS * attempt;
    return hasTime && this.#mayRetry(call, attempt) && this.#budget.take();
  }

  async #attempt(call: DoorCall, mayRetry: boolean): Promise<SubgraphResponse> {
    const permit = this.breaker.enter();
    if (permit === null) throw this.#error('rejected', 'not asked, it failed too often just now');
    let verdict: Verdict = 'none';
    try {
      const { response, status } = await this.#post(call);
      verdict = status < 500 ? 'success' : 'failure';
      // An answer is an answer, even with a status that says to come again: it is kept when nobody may.
      if (mayRetry && PASSING_STATUSES.has(status)) throw this.#error('status', `status ${status}`, { status });
      return response;
    } catch (error) {
      if (error instanceof SubgraphCallError && error.isFaultOfSubgraph) verdict = 'failure';
      throw error;
    } finally {
      this.breaker.leave(permit, verdict);
    }
  }

  async #post({
    kind,
    headers,
    body,
    readData,
    signal,
    deadline,
  }: DoorCall): Promise<{ response: SubgraphResponse; status: number }> {
    const left = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - performance.now();
    const expires = left < this.#limits.timeoutMs;
    const timeoutMs = Math.ceil(expires ? left : this.#limits.timeoutMs);
    if (timeoutMs <= 0) throw this.#error('timeout', 'no time left to ask', { expired: true });
    const request: HttpPost = { path: this.#path, headers: { ...headers, [TIMEOUT_HEADER]: String(timeoutMs) }, body };
    // A mutation that was sent is being done, whether its client still waits or not.
    const answer = await post(
      this.#pool,
      request,
      { timeoutMs, maxBytes: this.#limits.maxBytes },
      kind === 'query' ? signal : null,
    ).catch((error: Error) => {
      throw this.#failedPost(error, expires);
    });
    const response = readAnswer(answer, readData);
    if (typeof response !== 'string') return { response, status: answer.status };
    const { status } = answer;
    const failure = status >= 400 ? 'status' : 'unreadable';
    throw this.#error(failure, `status ${status}, ${response}`, { status });
  }

  #failedPost(cause: Error, expired: boolean): SubgraphCallError {
    if (!(cause instanceof PostLimitError)) return this.#error('unreachable', cause.message, { cause });
    if (cause.limit === 'cancelled') return this.#error('cancelled', 'the client left');
    if (cause.limit === 'size') return this.#error('unreadable', `more than ${this.#limits.maxBytes} bytes`);
    return this.#error('timeout', 'no whole answer in time', { expired });
  }

  #error(...[failure, message, options]: TailOf<typeof SubgraphCallError>): SubgraphCallError {
    return new SubgraphCallError(this.subgraph, failure, message, options);
  }
}

type TailOf<Type extends abstract new (...args: never) => unknown> =
  ConstructorParameters<Type> extends [unknown, ...infer Tail] ? Tail : never;
