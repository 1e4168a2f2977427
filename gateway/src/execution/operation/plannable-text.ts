import {
  type ASTNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { DataKeys } from '../data-keys';
import type { ProjectionSource } from '../projection/projection-source';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The text the planner gets for some root fields of an operation. Response keys are data keys, and a selection of which
 * @skip or a denial left nothing asks for `__typename`. The planner itself asks for it wherever a fragment depends on it.
 */
export function plannableText(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  { selections, keys, denied }: ProjectionSource,
): string {
  const { kind, operation: operationType, variableDefinitions } = operation;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields };
  const definitions = [
    { kind, operation: operationType, variableDefinitions, selectionSet },
    ...Object.values(selections.fragments),
  ];
  const plannable = visit<ASTNode>(
    { kind: Kind.DOCUMENT, definitions },
    {
      Field: {
        enter: (field) => (denied.has(field) ? null : undefined),
        leave: (field) => withDataKey(field, keys),
      },
      SelectionSet: {
        leave: (node) => (node.selections.length === 0 ? { ...node, selections: [TYPENAME] } : undefined),
      },
    },
  );
  return print(plannable);
}

function withDataKey(field: FieldNode, keys: DataKeys): FieldNode {
  const name = field.name.value;
  const key = name === '__typename' ? name : keys.of(field);
  return { ...field, alias: key === name ? undefined : { kind: Kind.NAME, value: key } };
}
