import { type DirectiveNode, type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { refuse } from '../errors/response-error';
import type { Variables } from './coerce-variables';

/** Names of the variables on which @skip and @include of the document depend. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const condition = conditionOf(directive);
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names].sort();
}

/** What tells two variants of one document apart. */
export function conditionKey(names: readonly string[], variables: Variables): string {
  return names.map((name) => (isTrue(variables, name) ? '1' : '0')).join('');
}

/** The document without @skip and @include and without what they leave out, for given values of the variables. */
export function settleConditions(document: DocumentNode, variables: Variables): DocumentNode {
  const leaveOut = ({ directives }: { readonly directives?: readonly DirectiveNode[] }) =>
    directives?.some((directive) => leavesOut(directive, variables)) ? null : undefined;
  return visit(document, {
    Field: leaveOut,
    InlineFragment: leaveOut,
    FragmentSpread: leaveOut,
    Directive: { enter: (directive) => (conditionOf(directive) ? null : undefined) },
  });
}

function conditionOf(directive: DirectiveNode): ValueNode | undefined {
  const { value: name } = directive.name;
  return name === 'skip' || name === 'include' ? directive.arguments?.[0]?.value : undefined;
}

function leavesOut(directive: DirectiveNode, variables: Variables): boolean {
  const condition = conditionOf(directive);
  if (!condition) return false;
  const value =
    condition.kind === Kind.VARIABLE
      ? isTrue(variables, condition.name.value)
      : condition.kind === Kind.BOOLEAN && condition.value;
  return value === (directive.name.value === 'skip');
}

/** A variable with a default may stand where a condition must be, and yet be given as null (GraphQL spec §5.8.5). */
function isTrue(variables: Variables, name: string): boolean {
  const value = variables[name];
  if (value === null)
    throw refuse('BAD_USER_INPUT', 'CONDITION_IS_NULL', `变量 $${name} 用于 @skip 或 @include，不能为 null。`);
  return value === true;
}
