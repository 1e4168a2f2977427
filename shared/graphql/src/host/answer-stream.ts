import type { IncomingMessage, ServerResponse } from 'node:http';

import { DomainError } from '@hub/core';
import { type Caller, EventStream } from '@hub/runtime';

import type { LocalRequest } from '../local-executor';
import type { LocalSubscriber } from '../local-subscriber';
import { readJsonBody } from './read-json-body';

/** Quicker than a gateway gives up on a silent subgraph. */
const TIMING = { pingMs: 10_000, slowReaderMs: 60_000 };

export const asksForStream = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/event-stream') ?? false;

/** Subscriptions over server-sent events, for gateways in other processes; whatever router understands them may ask. */
export class StreamAnswers {
  readonly #open = new Set<AbortController>();
  #closing = false;

  constructor(private readonly subscribe: LocalSubscriber) {}

  async answer(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> {
    const operation = operationOf(await readJsonBody(request));
    if (this.#closing) throw new DomainError('UNAVAILABLE', 'SHUTTING_DOWN', '子图正在停止服务，请重新订阅。');
    const ended = new AbortController();
    const end = () => ended.abort();
    this.#open.add(ended);
    response.once('close', end);
    try {
      const stream = new EventStream(response, TIMING);
      for await (const answer of this.subscribe(operation, caller, ended.signal)) {
        await stream.next(JSON.stringify(answer));
      }
      // One that is ended by this process goes on in another: the gateway may ask again.
      if (ended.signal.aborted) stream.end();
      else stream.complete();
    } finally {
      this.#open.delete(ended);
      response.off('close', end);
    }
  }

  /** Ends every stream, so that a server can close. */
  close(): void {
    this.#closing = true;
    for (const ended of this.#open) ended.abort();
  }
}

function operationOf(body: unknown): LocalRequest {
  const { query, variables = null, operationName = null } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const isVariables = typeof variables === 'object' && !Array.isArray(variables);
  const isName = operationName === null || typeof operationName === 'string';
  if (typeof query === 'string' && isVariables && isName) {
    return { query, operationName, variables: variables as LocalRequest['variables'] };
  }
  throw new DomainError('BAD_USER_INPUT', 'BODY_INVALID', '请求内容不是有效的 GraphQL 请求。');
}
