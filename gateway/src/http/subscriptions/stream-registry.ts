import { claimsOf } from '../../security/access-token';
import { securityError } from '../../security/security.errors';
import { streamError } from './stream.errors';
import { type ConnectionOwner, type EndConnection, StreamConnection } from './stream-connection';
import type { StreamHost } from './stream-host.type';

/** Checks that run at the same time, when all connections have to be asked about. */
const CHECKS_AT_ONCE = 16;

/** All connections of this gateway that stay open, over whatever transport. */
export class StreamRegistry implements ConnectionOwner {
  readonly #connections = new Set<StreamConnection>();
  readonly #streamsOf = new Map<string, number>();
  #streams = 0;
  #closing = false;

  constructor(readonly host: StreamHost) {}

  get connections(): number {
    return this.#connections.size;
  }

  get streams(): number {
    return this.#streams;
  }

  /** Throws SHUTTING_DOWN, TOO_MANY_CONNECTIONS or what `authenticate` throws. */
  async connect(authorization: string | undefined, onEnd: EndConnection): Promise<StreamConnection> {
    this.#assertRoom();
    const actor = await this.host.authenticate(authorization);
    // Others may have come meanwhile.
    this.#assertRoom();
    const connection = new StreamConnection(this, { authorization, actor, ...claimsOf(authorization) }, onEnd);
    this.#connections.add(connection);
    return connection;
  }

  #assertRoom(): void {
    if (this.#closing) throw streamError('SHUTTING_DOWN');
    if (this.#connections.size < this.host.limits.connections) return;
    this.host.telemetry.refused('connections');
    throw streamError('TOO_MANY_CONNECTIONS');
  }

  leave(connection: StreamConnection): void {
    this.#connections.delete(connection);
  }

  /** Throws TOO_MANY_STREAMS. */
  admit(session: string | null): () => void {
    const { limits, telemetry } = this.host;
    const ofSession = session === null ? 0 : (this.#streamsOf.get(session) ?? 0);
    if (this.#streams >= limits.streams || ofSession >= limits.streamsPerSession) {
      telemetry.refused('connections');
      throw streamError('TOO_MANY_STREAMS');
    }
    this.#count(session, 1);
    return () => this.#count(session, -1);
  }

  #count(session: string | null, by: 1 | -1): void {
    this.#streams += by;
    this.host.telemetry.subscriptionsChanged(by);
    if (session === null) return;
    const count = (this.#streamsOf.get(session) ?? 0) + by;
    if (count === 0) this.#streamsOf.delete(session);
    else this.#streamsOf.set(session, count);
  }

  /** Ends what runs under a session that ended or changed. */
  endSession(session: string): void {
    for (const connection of [...this.#connections]) {
      if (connection.session === session) connection.end(securityError('SESSION_ENDED'));
    }
  }

  /** Asks about every connection: nobody knows which sessions ended meanwhile. */
  async checkAll(): Promise<void> {
    const waiting = [...this.#connections];
    const check = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await next.check();
    };
    await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, check));
  }

  /** Takes no more, and ends all there are. */
  close(): void {
    this.#closing = true;
    for (const connection of [...this.#connections]) connection.end(streamError('SHUTTING_DOWN'));
  }
}
