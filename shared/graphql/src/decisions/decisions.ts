import type { Policy } from '@hub/core';

/** What of a graph is decided: a root field (`Query.documents`), a type (`Document`), or one field of it (`Document.handling`). */
export type Coordinate = string;

/** What the verbs of one policy decide. Every verb says something; one that nothing asks yet says nothing: `[]`. */
export interface DecidedByPolicy {
  readonly policy: Policy<string>;
  readonly decides: Readonly<Record<string, readonly Coordinate[]>>;
}

/**
 * Who may ask each root field of a subgraph and read each of its types, in one place. A field of a type follows its type
 * unless it is named itself. What several verbs decide is open to whom any of them names.
 */
export interface Decisions {
  /** For whoever comes, signed in or not. */
  readonly public?: readonly Coordinate[];
  /** For the gateway itself, which asks before anybody is known; out of the clients' graph. */
  readonly internal?: readonly Coordinate[];
  /** For everybody who has signed in, programs included, as far as the use case finds it theirs. */
  readonly signedIn?: readonly Coordinate[];
  readonly policies: Readonly<Record<string, DecidedByPolicy>>;
}

export function decidedBy<Verb extends string>(
  policy: Policy<Verb>,
  decides: Readonly<Record<Verb, readonly Coordinate[]>>,
): DecidedByPolicy {
  return { policy, decides };
}
