import { type Actor, isPerson, isService } from '@hub/core';

import type { Requirement } from './requirement-table';

/** What somebody may, as far as the graph's directives ask. */
export interface Authority {
  readonly authenticated: boolean;
  readonly scopes: readonly string[];
  /** Policies that were found to hold. None is known to the gateway itself: what asks for one is closed. */
  readonly policies: readonly string[];
}

const VISITOR: Authority = { authenticated: false, scopes: [], policies: [] };

/** Scopes are the side and the role of the acting post, `office`, `OFFICE_CLERK`; of a program the side and `SERVICE`. */
export function authorityOf(actor: Actor | null): Authority {
  return actor === null ? VISITOR : { authenticated: true, scopes: scopesOf(actor), policies: [] };
}

function scopesOf(actor: Actor): readonly string[] {
  if (isPerson(actor)) return [actor.side, actor.role];
  return isService(actor) ? [actor.side, 'SERVICE'] : [];
}

export function meets(authority: Authority, requirement: Requirement): boolean {
  if (requirement.kind === 'authenticated') return authority.authenticated;
  const held = authority[requirement.kind];
  return requirement.anyOf.some((all) => all.every((name) => held.includes(name)));
}
