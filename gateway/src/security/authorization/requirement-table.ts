import { type ConstDirectiveNode, type DocumentNode, isTypeDefinitionNode, valueFromASTUntyped } from 'graphql';

/** One thing that a field or type asks of whoever reads it. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  /** All scopes, or policies, of one of the lists. */
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** `@authenticated`, `@requiresScopes` and `@policy` of the supergraph, by coordinate: `Type` and `Type.field`. */
export type RequirementTable = ReadonlyMap<string, readonly Requirement[]>;

export function readRequirements(supergraph: DocumentNode): RequirementTable {
  const table = new Map<string, readonly Requirement[]>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const requirements = directives.flatMap(requirementOf);
    if (requirements.length > 0) table.set(coordinate, requirements);
  };
  for (const definition of supergraph.definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    read(definition.name.value, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) read(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return table;
}

/** By the directive's own name, or prefixed by a link that did not import it. */
function requirementOf(directive: ConstDirectiveNode): Requirement[] {
  switch (directive.name.value.split('__').at(-1)) {
    case 'authenticated':
      return [{ kind: 'authenticated' }];
    case 'requiresScopes':
      return [{ kind: 'scopes', anyOf: listsOf(directive, 'scopes') }];
    case 'policy':
      return [{ kind: 'policies', anyOf: listsOf(directive, 'policies') }];
    default:
      return [];
  }
}

function listsOf({ arguments: given = [] }: ConstDirectiveNode, name: string): readonly (readonly string[])[] {
  const argument = given.find((candidate) => candidate.name.value === name);
  return argument ? (valueFromASTUntyped(argument.value) as string[][]) : [];
}
