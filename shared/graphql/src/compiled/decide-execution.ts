import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  OperationTypeNode,
} from 'graphql';

import { CompiledQuery } from './compiled-query';
import { conditionVariables, isAlwaysBoolean } from './conditions';
import type { ObjMap } from './graphql-js';

/** Why an operation is run by graphql-js. */
export type ReferenceReason =
  /** Mutations are run one after the other by the reference, whatever they cost. */
  | 'NOT_A_QUERY'
  /** The reference finds the words for it. */
  | 'NO_SUCH_OPERATION'
  /** `@skip(if: $v)` where `$v` may be null, which is an error at the place of the directive. */
  | 'NULLABLE_CONDITION'
  /** Each combination of conditions is compiled by itself. */
  | 'TOO_MANY_CONDITIONS';

export type Decision =
  | { readonly kind: 'compiled'; readonly query: CompiledQuery }
  | { readonly kind: 'reference'; readonly reason: ReferenceReason };

const MAX_CONDITIONS = 6;

/** How a valid document's operation is run; decided once, when it is first seen. */
export function decideExecution(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Decision {
  const reference = (reason: ReferenceReason): Decision => ({ kind: 'reference', reason });
  const operation = getOperationAST(document, operationName);
  if (!operation) return reference('NO_SUCH_OPERATION');
  if (operation.operation !== OperationTypeNode.QUERY) return reference('NOT_A_QUERY');
  const conditions = conditionVariables(document, operation);
  if (!conditions.every(isAlwaysBoolean)) return reference('NULLABLE_CONDITION');
  if (conditions.length > MAX_CONDITIONS) return reference('TOO_MANY_CONDITIONS');
  const names = conditions.map(({ variable }) => variable.name.value);
  const frame = { schema, operation, fragments: fragmentsOf(document) };
  return { kind: 'compiled', query: new CompiledQuery(frame, names) };
}

function fragmentsOf({ definitions }: DocumentNode): ObjMap<FragmentDefinitionNode> {
  const fragments: ObjMap<FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
