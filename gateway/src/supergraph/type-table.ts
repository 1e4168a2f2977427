import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';

/** What the executor asks about types while it runs, @inaccessible ones included: data may pass through them. */
export interface TypeTable {
  isAbstract(typeName: string): boolean;
  /** Does an object of type `typeName` satisfy the condition `... on condition`? */
  satisfies(typeName: string, condition: string): boolean;
}

export function buildTypeTable(supergraph: DocumentNode): TypeTable {
  const abstract = new Set<string>();
  const supertypes = new Map<string, Set<string>>();
  for (const definition of supergraph.definitions) readDefinition(definition, abstract, supertypes);
  return {
    isAbstract: (typeName) => abstract.has(typeName),
    satisfies: (typeName, condition) => typeName === condition || supertypes.get(typeName)?.has(condition) === true,
  };
}

function readDefinition(definition: DefinitionNode, abstract: Set<string>, supertypes: Map<string, Set<string>>): void {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    abstract.add(definition.name.value);
    for (const member of definition.types ?? []) link(supertypes, member.name.value, definition.name.value);
  }
  if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) abstract.add(definition.name.value);
  if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
    for (const parent of definition.interfaces ?? []) link(supertypes, definition.name.value, parent.name.value);
  }
}

function link(supertypes: Map<string, Set<string>>, typeName: string, supertype: string): void {
  const known = supertypes.get(typeName);
  if (known) known.add(supertype);
  else supertypes.set(typeName, new Set([supertype]));
}
