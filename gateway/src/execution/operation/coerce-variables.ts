import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { refused } from '../errors/graphql-error';

/** Nobody reads more; each costs time and a line of the answer, and one request can hold a hundred thousand wrong values. */
const MAX_ERRORS = 50;

export type Variables = Readonly<Record<string, unknown>>;

/** Coerces the variables once, defaults filled in; subgraphs get these values. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Variables,
  suggestions: boolean,
): Variables {
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    { ...inputs },
    {
      maxErrors: MAX_ERRORS,
    },
  );
  if (errors) throw refused('BAD_USER_INPUT', errors, suggestions);
  return coerced;
}
