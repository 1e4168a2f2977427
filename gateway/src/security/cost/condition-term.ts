import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

import { type CostTerm, times } from './cost-term';

/** 1 where @skip and @include let a selection in, 0 where they leave it out. */
export function conditionTerm({ directives = [] }: SelectionNode): CostTerm {
  return directives.map(termOf).reduce(times, 1);
}

function termOf({ name, arguments: given }: DirectiveNode): CostTerm {
  const value = name.value === 'skip' || name.value === 'include' ? given?.[0]?.value : undefined;
  const whenTrue = name.value === 'include' ? 1 : 0;
  if (value?.kind === Kind.BOOLEAN) return value.value ? whenTrue : 1 - whenTrue;
  if (value?.kind !== Kind.VARIABLE) return 1;
  const variable = value.name.value;
  return (variables) => (variables[variable] === true ? whenTrue : 1 - whenTrue);
}
