import { type DocumentNode, executeSync, type FieldNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { Selections } from '../projection/collect-fields';
import type { Step } from '../steps/step.type';

/** `__schema` and `__type`, which no subgraph is asked about. */
export function isIntrospection(field: FieldNode): boolean {
  return field.name.value === '__schema' || field.name.value === '__type';
}

/** Answers introspection fields from the public schema. Whether they are allowed was decided by validation. */
export function compileIntrospection(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  { schema, fragments }: Selections,
): Step {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
      ...Object.values(fragments),
    ],
  };
  return async (run) => {
    const { data } = executeSync({ schema, document, variableValues: run.variables });
    Object.assign(run.data, data);
  };
}
