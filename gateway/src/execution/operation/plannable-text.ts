import {
  type ASTNode,
  type FieldNode,
  type GraphQLCompositeType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DataKeys } from '../data-keys';
import type { Selections } from '../projection/collect-fields';
import type { ProjectionSource } from '../projection/compile-fields';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The text the planner gets for some root fields of an operation: response keys are data keys, runtime types are asked
 * for where a fragment depends on them, and no selection is empty.
 */
export function plannableText(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  { selections, keys }: ProjectionSource,
): string {
  const { kind, operation: operationType, variableDefinitions } = operation;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields };
  const definitions = [
    { kind, operation: operationType, variableDefinitions, selectionSet },
    ...Object.values(selections.fragments),
  ];
  const typeInfo = new TypeInfo(selections.schema);
  const rewrite = visitWithTypeInfo(typeInfo, {
    Field: { leave: (field) => withDataKey(field, keys) },
    SelectionSet: { leave: (node) => withTypename(node, typeInfo.getParentType(), selections.fragments) },
  });
  return print(visit<ASTNode>({ kind: Kind.DOCUMENT, definitions }, rewrite));
}

function withDataKey(field: FieldNode, keys: DataKeys): FieldNode {
  const name = field.name.value;
  const key = name === '__typename' ? name : keys.of(field);
  return { ...field, alias: key === name ? undefined : { kind: Kind.NAME, value: key } };
}

function withTypename(
  node: SelectionSetNode,
  parent: GraphQLCompositeType | null | undefined,
  fragments: Selections['fragments'],
): SelectionSetNode | undefined {
  const narrows = (selection: SelectionNode) => {
    const condition = conditionOf(selection, fragments);
    return condition !== undefined && condition !== parent?.name;
  };
  const dependsOnType = isAbstractType(parent) && node.selections.some(narrows);
  if (node.selections.length > 0 && !dependsOnType) return undefined;
  return { ...node, selections: [TYPENAME, ...node.selections] };
}

function conditionOf(selection: SelectionNode, fragments: Selections['fragments']): string | undefined {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return fragments[selection.name.value]?.typeCondition.name.value;
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
}
