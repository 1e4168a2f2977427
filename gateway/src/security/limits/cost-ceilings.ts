import { type Actor, isPerson } from '@hub/core';

/** The greatest cost of one operation, by who asks. */
export interface CostCeilings {
  /** Nobody signed in: what is public is small. */
  readonly visitor: number;
  readonly person: number;
  /** Programs under a service token. */
  readonly service: number;
}

export const DEFAULT_COST_CEILINGS: CostCeilings = { visitor: 1_000, person: 100_000, service: 500_000 };

/** Before a graph that is not ours and tells nobody apart. */
export const NO_COST_CEILINGS: CostCeilings = { visitor: Infinity, person: Infinity, service: Infinity };

export function ceilingOf(ceilings: CostCeilings, actor: Actor | null): number {
  if (actor === null) return ceilings.visitor;
  return isPerson(actor) ? ceilings.person : ceilings.service;
}
