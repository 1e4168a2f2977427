import type { DocumentNode } from 'graphql';

import { argumentsOf, type PlacedDirective, placedDirectives } from '../placed-directives';

/** One thing that a field or type asks of whoever reads it. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  /** All scopes, or policies, of one of the lists. */
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** `@authenticated`, `@requiresScopes` and `@policy` of the supergraph, by coordinate: `Type` and `Type.field`. */
export type RequirementTable = ReadonlyMap<string, readonly Requirement[]>;

export function readRequirements(supergraph: DocumentNode): RequirementTable {
  const table = new Map<string, readonly Requirement[]>();
  for (const directive of placedDirectives(supergraph)) {
    const requirement = requirementOf(directive);
    const { coordinate } = directive;
    if (requirement) table.set(coordinate, [...(table.get(coordinate) ?? []), requirement]);
  }
  return table;
}

function requirementOf({ name, node }: PlacedDirective): Requirement | null {
  switch (name) {
    case 'authenticated':
      return { kind: 'authenticated' };
    case 'requiresScopes':
      return { kind: 'scopes', anyOf: listsOf(argumentsOf(node).scopes) };
    case 'policy':
      return { kind: 'policies', anyOf: listsOf(argumentsOf(node).policies) };
    default:
      return null;
  }
}

const listsOf = (value: unknown) => (value ?? []) as readonly (readonly string[])[];
