import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Fields to be merged, by response key, in the order of the response. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** A type that has fields. */
export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** The type of a value that is there. */
export type NullableOutputType = GraphQLCompositeType | GraphQLLeafType | GraphQLList<GraphQLOutputType>;

/** The selections that make up one operation. @skip and @include are already settled in them. */
export interface Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** CollectFields of the GraphQL spec (§6.3.2) for objects of one type. */
export function collectFields(
  { schema, fragments }: Selections,
  type: FieldsType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  const collect = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) add(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collectFragment(selection);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments[selection.name.value];
        if (fragment) collectFragment(fragment);
      }
    }
  };

  const collectFragment = (fragment: Pick<FragmentDefinitionNode, 'selectionSet'> & Conditional): void => {
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || satisfies(schema, type, condition)) collect(fragment.selectionSet);
  };

  const add = (field: FieldNode): void => {
    const key = field.alias?.value ?? field.name.value;
    const known = fields.get(key);
    if (known) known.push(field);
    else fields.set(key, [field]);
  };

  selectionSets.forEach(collect);
  return fields;
}

interface Conditional {
  readonly typeCondition?: FragmentDefinitionNode['typeCondition'];
}

function satisfies(schema: GraphQLSchema, type: FieldsType, conditionName: string): boolean {
  const condition = schema.getType(conditionName);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
