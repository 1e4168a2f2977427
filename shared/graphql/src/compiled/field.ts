import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';

import type { Path } from './graphql-js';
import type { Run } from './run';

/** One response key of an object type in one operation. */
export interface Field {
  readonly key: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Every place of the operation that asks for it. */
  readonly nodes: readonly FieldNode[];
}

/** What resolvers are told about where they are. */
export function infoOf({ definition, nodes, parentType }: Field, run: Run, path: Path): GraphQLResolveInfo {
  const { schema, fragments, operation } = run.frame;
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType,
    path,
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: run.variables,
  };
}
