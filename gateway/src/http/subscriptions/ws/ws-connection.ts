import type { IncomingMessage } from 'node:http';
import { DomainError } from '@hub/core';
import type { RawData, WebSocket } from 'ws';

import { internalErrorLog } from '../../../observability/internal-error-log';
import type { RatesOf } from '../../client-rates';
import type { StreamConnection } from '../stream-connection';
import type { StreamRegistry } from '../stream-registry';
import { CLOSE, type ClientMessage, readMessage } from './protocol';
import { type OperationHost, WsOperations } from './ws-operations';
import { WsSender } from './ws-sender';

export interface WsHost extends OperationHost {
  readonly registry: StreamRegistry;
  readonly ratesOf: RatesOf;
}

/** One client of `graphql-transport-ws`: who it is, what it says, and why it leaves. */
export class WsConnection {
  #state: 'opened' | 'initialising' | 'ready' | 'ending' = 'opened';
  #connection: StreamConnection | null = null;
  readonly #operations: WsOperations;
  readonly #sender: WsSender;
  readonly #initTimer: NodeJS.Timeout;
  /** `Authorization` of the upgrade: programs can send it, browsers cannot. */
  readonly #authorization: string | undefined;

  constructor(
    private readonly host: WsHost,
    private readonly socket: WebSocket,
    upgrade: IncomingMessage,
  ) {
    this.#authorization = upgrade.headers.authorization;
    const { limits } = host.registry.host;
    this.#sender = new WsSender(socket, limits, () => this.#close(CLOSE.TRY_AGAIN_LATER, 'SLOW_READER'));
    this.#operations = new WsOperations(host, this.#sender, host.ratesOf(upgrade));
    const late = () => this.#close(CLOSE.INIT_TIMEOUT, 'Connection initialisation timeout');
    this.#initTimer = setTimeout(late, limits.initMs);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.once('close', (code, reason) => this.#leave(code, String(reason)));
    // What is wrong is told by the code of the close that follows.
    socket.on('error', () => undefined);
  }

  /** Says what it is about to say, and closes. */
  async drain(): Promise<void> {
    if (this.#state === 'ending') return;
    this.#state = 'ending';
    await this.#operations.drain();
    this.#close(CLOSE.RESTART, 'SHUTTING_DOWN');
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#state === 'ending') return;
    const message = isBinary ? null : readMessage(String(data));
    if (message === null) this.#close(CLOSE.INVALID_MESSAGE, 'Invalid message');
    else this.#take(message);
  }

  #take(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        void this.#initialise(message.payload ?? {});
        break;
      case 'ping':
        this.#sender.reply({ type: 'pong', payload: message.payload });
        break;
      case 'pong':
        break;
      case 'subscribe':
        this.#subscribe(message.id, message.payload);
        break;
      case 'complete':
        this.#operations.stop(message.id);
        break;
    }
  }

  async #initialise(payload: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#state !== 'opened') {
      this.#close(CLOSE.TOO_MANY_INIT, 'Too many initialisation requests');
      return;
    }
    this.#state = 'initialising';
    clearTimeout(this.#initTimer);
    const given = payload.authorization ?? payload.Authorization ?? this.#authorization;
    try {
      const authorization = given === undefined ? undefined : String(given);
      this.#connection = await this.host.registry.connect(authorization, (reason) => this.#end(reason));
    } catch (error) {
      this.#end(error);
      return;
    }
    // The client may have left meanwhile, or said something it should not.
    if (this.#state !== 'initialising') {
      this.#connection.leave();
      return;
    }
    this.#state = 'ready';
    this.#sender.reply({ type: 'connection_ack' });
  }

  #subscribe(id: string, payload: Readonly<Record<string, unknown>>): void {
    if (this.#state !== 'ready' || this.#connection === null) this.#close(CLOSE.UNAUTHORIZED, 'Unauthorized');
    else if (this.#operations.has(id)) this.#close(CLOSE.SUBSCRIBER_EXISTS, `Subscriber for ${id} already exists`);
    else this.#operations.start(id, payload, this.#connection);
  }

  /** The connection may not begin, or may not go on. */
  #end(error: unknown): void {
    if (!(error instanceof DomainError)) {
      internalErrorLog(this.host.logger)(error, { requestId: this.host.ids.next() });
      this.#close(CLOSE.INTERNAL_ERROR, 'Internal error');
      return;
    }
    const { kind, reason } = error;
    if (reason === 'SHUTTING_DOWN') void this.drain();
    else this.#close(kind === 'UNAVAILABLE' ? CLOSE.TRY_AGAIN_LATER : CLOSE.FORBIDDEN, reason);
  }

  #close(code: number, reason: string): void {
    this.#state = 'ending';
    this.#operations.stopAll();
    this.socket.close(code, reason);
  }

  #leave(code: number, reason: string): void {
    clearTimeout(this.#initTimer);
    this.#state = 'ending';
    this.#operations.stopAll();
    this.#connection?.leave();
    this.host.logger.debug({ code, reason }, 'websocket closed');
  }
}
