import type { Dispatcher, Pool } from 'undici';

export interface HttpPost {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpLimits {
  /** From the moment of asking, waiting for a connection included, to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly body: Buffer;
}

/** Thrown by `post` when its own limits end the call; whatever else it throws comes from the connection. */
export class PostLimitError extends Error {
  override readonly name = 'PostLimitError';

  constructor(readonly limit: 'timeout' | 'size' | 'cancelled') {
    super(limit);
  }
}

/**
 * One POST and its whole answer. Undici's own timeouts look at headers and at the pause between two pieces of a body,
 * and a subgraph that sends a byte now and then keeps them quiet for ever; here one timer covers everything.
 */
export function post(
  pool: Pool,
  request: HttpPost,
  limits: HttpLimits,
  signal: AbortSignal | null,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const exchange = new PostExchange(limits, signal, resolve, reject);
    if (!exchange.isOver) pool.dispatch({ method: 'POST', ...request }, exchange);
  });
}

class PostExchange implements Dispatcher.DispatchHandlers {
  isOver = false;
  readonly #chunks: Buffer[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #onLeave = () => this.#stop(new PostLimitError('cancelled'));
  #abort: (() => void) | null = null;
  #size = 0;
  #status = 0;
  #contentType: string | null = null;
  #contentEncoding: string | null = null;

  constructor(
    private readonly limits: HttpLimits,
    private readonly signal: AbortSignal | null,
    private readonly resolve: (answer: HttpAnswer) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.#timer = setTimeout(() => this.#stop(new PostLimitError('timeout')), limits.timeoutMs);
    if (signal?.aborted) this.#onLeave();
    else signal?.addEventListener('abort', this.#onLeave);
  }

  /** Called when the request is about to be written to a connection. */
  onConnect(abort: () => void): void {
    this.#abort = abort;
    if (this.isOver) abort();
  }

  onHeaders(statusCode: number, headers: Buffer[]): boolean {
    this.#status = statusCode;
    for (let index = 0; index + 1 < headers.length; index += 2) {
      const name = String(headers[index]).toLowerCase();
      if (name === 'content-type') this.#contentType = String(headers[index + 1]);
      else if (name === 'content-encoding') this.#contentEncoding = String(headers[index + 1]);
    }
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#size += chunk.length;
    if (this.#size > this.limits.maxBytes) this.#stop(new PostLimitError('size'));
    else if (!this.isOver) this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    if (!this.#finish()) return;
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 ? (first as Buffer) : Buffer.concat(this.#chunks, this.#size);
    this.resolve({
      status: this.#status,
      contentType: this.#contentType,
      contentEncoding: this.#contentEncoding,
      body,
    });
  }

  onError(error: Error): void {
    if (this.#finish()) this.reject(error);
  }

  #stop(error: PostLimitError): void {
    if (!this.#finish()) return;
    this.#chunks.length = 0;
    this.reject(error);
    this.#abort?.();
  }

  #finish(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    clearTimeout(this.#timer);
    this.signal?.removeEventListener('abort', this.#onLeave);
    return true;
  }
}
