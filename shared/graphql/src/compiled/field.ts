import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';

/** One response key of an object type in one operation. */
export interface Field {
  readonly key: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Every place of the operation that asks for it. */
  readonly nodes: readonly FieldNode[];
}
