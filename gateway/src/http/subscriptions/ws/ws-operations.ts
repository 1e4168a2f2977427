import { DomainError, type IdFactory } from '@hub/core';
import type { Logger } from '@hub/runtime';

import type { DocumentGate } from '../../../documents';
import type { ExecutionOutcome, GatewayExecutor } from '../../../execution/executor.type';
import { internalErrorLog } from '../../../observability/internal-error-log';
import type { ClientRates } from '../../client-rates';
import { errorBody } from '../../error-body';
import { checkParameters } from '../../graphql/graphql-parameters';
import type { StreamConnection } from '../stream-connection';
import { StreamOperation } from '../stream-operation';
import type { WsSender } from './ws-sender';

export interface OperationHost {
  readonly executor: GatewayExecutor;
  readonly documents: DocumentGate;
  readonly ids: IdFactory;
  readonly logger: Logger;
}

/** What runs on one WebSocket, by the ids its client gave. */
export class WsOperations {
  readonly #byId = new Map<string, StreamOperation>();
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly host: OperationHost,
    private readonly sender: WsSender,
    private readonly rates: ClientRates,
  ) {}

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  start(id: string, payload: Readonly<Record<string, unknown>>, connection: StreamConnection): void {
    const requestId = this.host.ids.next();
    const operation: StreamOperation = new StreamOperation({
      executor: this.host.executor,
      connection,
      request: async () => {
        await this.rates.request();
        const parameters = checkParameters(payload);
        return { ...parameters, ...(await this.host.documents.admit(parameters, connection.actor)) };
      },
      context: { requestId, idempotencyKey: null },
      allowMutations: true,
      admit: this.rates.operation(connection.actor),
      sink: {
        next: (answer) => this.#next(id, operation, answer),
        only: (outcome) => this.#only(id, operation, outcome),
      },
    });
    this.#byId.set(id, operation);
    const running = this.#run(id, operation, connection, requestId);
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Its client wants no more of it, and may use the id again. */
  stop(id: string): void {
    this.#byId.get(id)?.stop();
    this.#byId.delete(id);
  }

  stopAll(): void {
    for (const id of [...this.#byId.keys()]) this.stop(id);
  }

  /** Resolves once all have said what they were about to say. */
  async drain(): Promise<void> {
    for (const operation of this.#byId.values()) operation.drain();
    await Promise.all(this.#running);
  }

  async #run(id: string, operation: StreamOperation, connection: StreamConnection, requestId: string): Promise<void> {
    let release: (() => void) | null = null;
    try {
      release = connection.admit();
      await operation.run();
      // What a drain ends is not complete: the client asks again elsewhere.
      if (this.#isWanted(id, operation) && !operation.isEnding) await this.#send({ id, type: 'complete' });
    } catch (error) {
      if (!(error instanceof DomainError)) internalErrorLog(this.host.logger)(error, { requestId });
      if (this.#isWanted(id, operation)) await this.#fail(id, errorBody(error, requestId));
    } finally {
      release?.();
      if (this.#byId.get(id) === operation) this.#byId.delete(id);
    }
  }

  #isWanted(id: string, operation: StreamOperation): boolean {
    return this.#byId.get(id) === operation;
  }

  async #next(id: string, operation: StreamOperation, answer: string): Promise<void> {
    if (!this.#isWanted(id, operation)) return;
    await this.sender.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${answer}}`);
  }

  /** What never ran is an error of the operation; what ran, with or without errors, is its answer. */
  async #only(id: string, operation: StreamOperation, { body, requestError }: ExecutionOutcome): Promise<void> {
    if (!requestError) return this.#next(id, operation, String(body));
    if (!this.#isWanted(id, operation)) return;
    this.#byId.delete(id);
    await this.#fail(id, String(body));
  }

  async #fail(id: string, body: string): Promise<void> {
    const { errors } = JSON.parse(body) as { readonly errors: unknown };
    await this.#send({ id, type: 'error', payload: errors });
  }

  #send(message: Readonly<Record<string, unknown>>): Promise<void> {
    return this.sender.send(JSON.stringify(message));
  }
}
