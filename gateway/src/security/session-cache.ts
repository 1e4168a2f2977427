import type { Actor, Clock, PersonActor } from '@hub/core';

import { BriefMemory } from '../brief-memory';

const MAX_SESSIONS = 10_000;

/** Who sessions act as. */
export class SessionCache {
  readonly #actors: BriefMemory<PersonActor | null>;
  readonly #sessionOf = new WeakMap<Actor, string>();

  constructor(
    private readonly resolve: (sessionId: string) => Promise<PersonActor | null>,
    clock: Clock,
  ) {
    this.#actors = new BriefMemory(clock, MAX_SESSIONS);
  }

  get(sessionId: string): Promise<PersonActor | null> {
    return this.#actors.get(sessionId, () => this.#read(sessionId));
  }

  async #read(sessionId: string): Promise<PersonActor | null> {
    const actor = await this.resolve(sessionId);
    if (actor !== null) this.#sessionOf.set(actor, sessionId);
    return actor;
  }

  forget(sessionId: string): void {
    this.#actors.forget(sessionId);
  }

  /** Who this was is asked about anew. */
  forgetActor(actor: Actor): void {
    const sessionId = this.#sessionOf.get(actor);
    if (sessionId !== undefined) this.forget(sessionId);
  }

  forgetAll(): void {
    this.#actors.forgetAll();
  }
}
