import { type DocumentNode, Kind } from 'graphql';
import { buildEntityGraph, type EntityRoot, requirement } from './entity-graph';
import { createPlanner, type Plan } from './planner';

/** Plans what is selected on an entity, apart from the operation it stands in. */
export interface EntityPlanner {
  /** Does this field of the type need fields of other subgraphs? */
  requires(typeName: string, field: string): boolean;
  /** Undefined: objects of the type cannot be planned apart. */
  rootOf(typeName: string): EntityRoot | undefined;
  readonly plan: Plan;
}

/** Few operations need it, so its planner is made when the first one does. */
export function createEntityPlanner(supergraph: DocumentNode): EntityPlanner {
  const requiring = requiringFields(supergraph);
  const graph = buildEntityGraph(supergraph);
  let plan: Plan | undefined;
  return {
    requires: (typeName, field) => requiring.has(`${typeName}.${field}`),
    rootOf: (typeName) => graph.roots.get(typeName),
    plan: (operation, signal, share) => {
      plan ??= createPlanner(graph.sdl).plan;
      return plan(operation, signal, share);
    },
  };
}

function requiringFields({ definitions }: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      if (requirement(field)) names.add(`${definition.name.value}.${field.name.value}`);
    }
  }
  return names;
}
