import { type Actor, isPerson, isService } from '@hub/core';

import type { Requirement } from './requirement-table';

/** What somebody may, as far as the graph's directives ask. */
export interface Authority {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  /** Policies that were found to hold. None is known to the gateway itself: what asks for one is closed. */
  readonly policies: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const VISITOR: Authority = { authenticated: false, scopes: NONE, policies: NONE };

/** Scopes are the side and the role of the acting post, `office`, `OFFICE_CLERK`; of a program the side and `SERVICE`. */
export function authorityOf(actor: Actor | null): Authority {
  return actor === null ? VISITOR : { authenticated: true, scopes: new Set(scopesOf(actor)), policies: NONE };
}

function scopesOf(actor: Actor): readonly string[] {
  if (isPerson(actor)) return [actor.side, actor.role];
  return isService(actor) ? [actor.side, 'SERVICE'] : [];
}

export function meets(authority: Authority, requirement: Requirement): boolean {
  if (requirement.kind === 'authenticated') return authority.authenticated;
  const held = authority[requirement.kind];
  return requirement.anyOf.some((all) => all.every((name) => held.has(name)));
}
