import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { refused } from '../errors/graphql-error';

export type Variables = Readonly<Record<string, unknown>>;

/** Coerces the variables once, defaults filled in; subgraphs get these values. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Variables,
  suggestions: boolean,
): Variables {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...inputs });
  if (errors) throw refused('BAD_USER_INPUT', errors, suggestions);
  return coerced;
}
