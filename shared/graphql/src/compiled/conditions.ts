import { type DocumentNode, Kind, type OperationDefinitionNode, type VariableDefinitionNode, visit } from 'graphql';

/** Declared variables of the operation that an @skip or @include of the document depends on. */
export function conditionVariables(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): VariableDefinitionNode[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return variableDefinitions.filter(({ variable }) => names.has(variable.name.value));
}

/** Whether coercion leaves a boolean in the variable, whatever a client sends. */
export const isAlwaysBoolean = ({ type }: VariableDefinitionNode): boolean => type.kind === Kind.NON_NULL_TYPE;
