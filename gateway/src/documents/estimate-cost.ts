import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A list of which the document does not say how long it may get. */
const ASSUMED_SIZE = 100;
/** A page whose size a variable sets: it may be the largest there is. */
const LARGEST_PAGE = 1000;

/** Objects that one run may have to make, reckoned from the document alone: lists times what is selected in them. */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

  const ofSet = (set: SelectionSetNode | undefined, type: GraphQLNamedType, page: number): number =>
    set?.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection, type, page);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return sum + ofSet(fragment?.selectionSet, condition ?? type, page);
    }, 0) ?? 0;

  const ofField = (node: FieldNode, parent: GraphQLNamedType, page: number): number => {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const field = parent.getFields()[node.name.value];
    if (!field || !node.selectionSet) return 0;
    const size = isListType(getNullableType(field.type)) ? page : 1;
    const inner = ofSet(node.selectionSet, getNamedType(field.type), pageOf(node));
    return size * (1 + inner);
  };
  return ofSet(operation.selectionSet, schema.getQueryType() as GraphQLNamedType, ASSUMED_SIZE);
}

/** How long the lists directly below a field may get: `first` of a connection is the length of its nodes. */
function pageOf(node: FieldNode): number {
  const first = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first === undefined) return ASSUMED_SIZE;
  return first.kind === Kind.INT ? Number(first.value) : LARGEST_PAGE;
}
