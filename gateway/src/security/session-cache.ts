import type { Clock, PersonActor } from '@hub/core';

import { BriefMemory } from '../brief-memory';

const MAX_SESSIONS = 10_000;

/** Who sessions act as. */
export class SessionCache {
  readonly #actors: BriefMemory<PersonActor | null>;

  constructor(
    private readonly resolve: (sessionId: string) => Promise<PersonActor | null>,
    clock: Clock,
  ) {
    this.#actors = new BriefMemory(clock, MAX_SESSIONS);
  }

  get(sessionId: string): Promise<PersonActor | null> {
    return this.#actors.get(sessionId, () => this.resolve(sessionId));
  }

  forget(sessionId: string): void {
    this.#actors.forget(sessionId);
  }

  forgetAll(): void {
    this.#actors.forgetAll();
  }
}
