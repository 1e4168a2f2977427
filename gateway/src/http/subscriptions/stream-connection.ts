import { DomainError } from '@hub/core';

import type { RequestContext } from '../../context';
import { securityError } from '../../security/security.errors';
import { streamError } from './stream.errors';
import type { StreamHost } from './stream-host.type';

export interface Credential {
  /** `Authorization` as the client sent it; it is asked about again and again. */
  readonly authorization: string | undefined;
  readonly actor: RequestContext['actor'];
  /** The session of an access token, and when the token ends. */
  readonly session: string | null;
  readonly expiresAt: Date | null;
}

/** Who keeps the connections. */
export interface ConnectionOwner {
  readonly host: StreamHost;
  /** Counts an operation in; answers what counts it out again. */
  admit(session: string | null): () => void;
  leave(connection: StreamConnection): void;
}

/** Told once, when the connection may no longer go on. */
export type EndConnection = (reason: DomainError) => void;

/** A connection that stays open: for whom, until when, and how much runs on it. */
export class StreamConnection {
  #streams = 0;
  #isOpen = true;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly registry: ConnectionOwner,
    private readonly credential: Credential,
    private readonly onEnd: EndConnection,
  ) {
    const { clock, limits } = registry.host;
    if (credential.expiresAt !== null) {
      const leftMs = credential.expiresAt.getTime() - clock.now().getTime();
      this.#timers.push(setTimeout(() => this.end(securityError('TOKEN_EXPIRED')), leftMs).unref());
    }
    this.#timers.push(setInterval(() => void this.check(), limits.recheckMs).unref());
  }

  get session(): string | null {
    return this.credential.session;
  }

  get actor(): Credential['actor'] {
    return this.credential.actor;
  }

  /** Counts an operation in; answers what counts it out again. Throws TOO_MANY_STREAMS. */
  admit(): () => void {
    if (this.#streams >= this.registry.host.limits.streamsPerConnection) throw streamError('TOO_MANY_STREAMS');
    const release = this.registry.admit(this.session);
    this.#streams += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#streams -= 1;
      release();
    };
  }

  /** Whether who opened the connection may still be told something; ends it when not. */
  async check(): Promise<boolean> {
    if (!this.#isOpen) return false;
    const { authenticate } = this.registry.host;
    try {
      const actor = await authenticate(this.credential.authorization);
      // Someone who acts under another post now opens another connection.
      if (JSON.stringify(actor) !== JSON.stringify(this.credential.actor)) throw securityError('SESSION_ENDED');
    } catch (error) {
      this.end(error instanceof DomainError ? error : securityError('SESSION_UNAVAILABLE'));
    }
    return this.#isOpen;
  }

  end(reason: DomainError): void {
    if (!this.#isOpen) return;
    this.leave();
    this.onEnd(reason);
  }

  /** The connection is gone, or will be as soon as what it still says is said. */
  leave(): void {
    this.#isOpen = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.registry.leave(this);
  }
}
