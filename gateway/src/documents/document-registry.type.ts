import type { Actor } from '@hub/core';

/** An operation that somebody wrote, looked at and let in. */
export interface TrustedDocument {
  /** SHA-256 of the text, as `documentIdOf` says. */
  readonly id: string;
  /** Name of its operation: what logs, exports and people call it. */
  readonly name: string;
  readonly text: string;
}

/**
 * Where trusted documents are found, by their id or by their name. Some exist for a committee only, so that it matters who
 * asks; null: nobody signed in. A failure to look is thrown; null means that there is none.
 */
export interface DocumentRegistry {
  find(id: string, actor: Actor | null): Promise<TrustedDocument | null>;
  named(name: string, actor: Actor | null): Promise<TrustedDocument | null>;
  /** Makes what changed act at once, where anything is remembered. */
  forgetAll?(): void;
}
