import type { GraphQLResolveInfo } from 'graphql';

import type { Field } from './field';
import type { Path } from './graphql-js';
import type { Run } from './run';

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
