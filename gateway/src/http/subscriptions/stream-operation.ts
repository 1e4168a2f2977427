import type { RequestContext } from '../../context';
import type { ExecuteOptions, ExecutionOutcome, GatewayExecutor, GraphQLRequest } from '../../execution/executor.type';
import type { StreamConnection } from './stream-connection';

/** Where the answers of an operation go. Both resolve once the client has room for more. */
export interface AnswerSink {
  /** One answer of several, as JSON text. */
  next(answer: string): Promise<void>;
  /** The answer of an operation that has one. */
  only(outcome: ExecutionOutcome): Promise<void>;
}

export interface StreamOperationOptions {
  readonly executor: GatewayExecutor;
  readonly connection: StreamConnection;
  /** What runs, as soon as it is known that it may. */
  readonly request: () => Promise<GraphQLRequest>;
  readonly context: Omit<RequestContext, 'signal' | 'actor'>;
  readonly allowMutations: boolean;
  readonly admit?: ExecuteOptions['admit'];
  readonly sink: AnswerSink;
  readonly onName?: (operationName: string | null) => void;
}

/** One operation over a transport that can send several answers. */
export class StreamOperation {
  readonly #ended = new AbortController();
  #answering = false;
  #draining = false;

  constructor(private readonly options: StreamOperationOptions) {}

  /** Resolves when the operation is over, by itself or because it was ended. */
  async run(): Promise<void> {
    const { executor, connection, request, allowMutations, admit, sink, onName } = this.options;
    // The connection may be older than what its sender did by it.
    if (!(await connection.check())) return;
    const context: RequestContext = { ...this.options.context, actor: connection.actor, signal: this.#ended.signal };
    const renew = async (purpose: 'SOURCE' | 'EVENT'): Promise<RequestContext | null> => {
      if (!(await connection.check()) || this.#draining) return null;
      // From here on an event is being answered, which a drain lets finish.
      this.#answering = purpose === 'EVENT';
      return context;
    };
    this.#answering = true;
    const outcome = await executor.stream(await request(), context, { allowMutations, admit, renew });
    onName?.(outcome.operationName ?? null);
    if (!('answers' in outcome)) {
      await sink.only(outcome);
      return;
    }
    this.#answering = false;
    for await (const answer of outcome.answers) {
      if (this.#ended.signal.aborted) return;
      await sink.next(answer);
      this.#answering = false;
      if (this.#draining) return;
    }
  }

  get isEnding(): boolean {
    return this.#draining || this.#ended.signal.aborted;
  }

  /** Nobody wants the rest. */
  stop(): void {
    this.#ended.abort();
  }

  /** Says what it is about to say, and no more. */
  drain(): void {
    this.#draining = true;
    if (!this.#answering) this.stop();
  }
}
