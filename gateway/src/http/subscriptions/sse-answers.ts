import type { DomainError } from '@hub/core';
import { EventStream } from '@hub/runtime';

import type { RequestContext } from '../../context';
import type { ExecuteOptions, GatewayExecutor, GraphQLRequest } from '../../execution/executor.type';
import { errorBody } from '../error-body';
import type { Exchange } from '../exchange';
import { StreamOperation } from './stream-operation';
import type { StreamRegistry } from './stream-registry';

export interface SseOperation {
  readonly request: GraphQLRequest;
  readonly context: RequestContext;
  readonly allowMutations: boolean;
  readonly admit?: ExecuteOptions['admit'];
}

/** GraphQL over server-sent events: one operation a connection, for those who ask for `text/event-stream`. */
export class SseAnswers {
  constructor(
    private readonly executor: GatewayExecutor,
    private readonly registry: StreamRegistry,
  ) {}

  async answer(exchange: Exchange, { request, context, allowMutations, admit }: SseOperation): Promise<void> {
    const ending = new Ending();
    const connection = await this.registry.connect(exchange.request.headers.authorization, (reason) =>
      ending.come(reason),
    );
    try {
      const release = connection.admit();
      exchange.response.once('close', release);
      const open = once(() => new EventStream(exchange.response, this.registry.host.limits));
      const operation = new StreamOperation({
        executor: this.executor,
        connection,
        request: async () => request,
        context,
        allowMutations,
        // Whoever may not have it is answered like anybody else: there is no stream before there is an operation.
        admit: async (admitted) => {
          await admit?.(admitted);
          if (!exchange.signal.aborted) open();
        },
        sink: { next: (answer) => open().next(answer), only: ({ body }) => open().next(String(body)) },
        onName: (name) => {
          exchange.notes.operationName = name ?? exchange.notes.operationName;
        },
      });
      exchange.signal.addEventListener('abort', () => operation.stop(), { once: true });
      ending.meet((reason) => (isRestart(reason) ? operation.drain() : operation.stop()));
      await operation.run();
      await sayFarewell(open(), ending.reason, exchange.requestId);
    } finally {
      connection.leave();
    }
  }
}

/** A client is told why its stream ends; after a restart of ours it comes again by itself, if it was not told "complete". */
async function sayFarewell(stream: EventStream, reason: DomainError | null, requestId: string): Promise<void> {
  if (reason === null) return stream.complete();
  if (isRestart(reason)) return stream.end();
  await stream.next(errorBody(reason, requestId));
  stream.complete();
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const isRestart = ({ reason }: DomainError): boolean => reason === 'SHUTTING_DOWN';

/** The end of a connection may come before there is anything to end. */
class Ending {
  reason: DomainError | null = null;
  #meet: ((reason: DomainError) => void) | null = null;

  come(reason: DomainError): void {
    this.reason = reason;
    this.#meet?.(reason);
  }

  meet(meet: (reason: DomainError) => void): void {
    this.#meet = meet;
    if (this.reason !== null) meet(this.reason);
  }
}
