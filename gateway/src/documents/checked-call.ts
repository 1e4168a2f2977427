import { type Actor, DomainError, isPerson } from '@hub/core';
import {
  type ArgumentNode,
  type FieldNode,
  Kind,
  type ObjectFieldNode,
  OperationTypeNode,
  parse,
  print,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';

import type { CallSubgraph, SubgraphRequest, SubgraphResponse } from '../context';
import { operationsOf } from '../execution/operation/definitions';
import type { DocumentCheck } from './check-document';

const KEEPER = 'organization';
const INPUT = 'input';
const REGISTER = 'registerDocument';
const BIND = 'issueServiceToken';
const MENTIONED = new RegExp(`\\b(?:${REGISTER}|${BIND})\\b`);

type Json = Readonly<Record<string, unknown>>;

/**
 * The door to subgraphs, with what the gateway alone can say added to what organization keeps of documents: it knows the
 * whole graph, so it checks a text that is to be registered and says what it costs, and finds the documents a token is to
 * be bound to. What it finds wrong is answered as the subgraph would. Only administrators are worth the work: everybody
 * else organization refuses by itself.
 */
export function checkedCall(call: CallSubgraph, check: DocumentCheck): CallSubgraph {
  return async (subgraph, request, context) => {
    const { actor } = context;
    const concerned = subgraph === KEEPER && request.kind === 'mutation' && MENTIONED.test(request.query);
    if (!concerned || actor === null || !isPerson(actor) || actor.role !== 'COMMITTEE_ADMIN') {
      return call(subgraph, request, context);
    }
    for (const field of rootFields(request.query)) {
      try {
        request = await checkedField(request, field, check, actor);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return refusal(field, error);
      }
    }
    return call(subgraph, request, context);
  };
}

function rootFields(query: string): FieldNode[] {
  return operationsOf(parse(query))
    .filter(({ operation }) => operation === OperationTypeNode.MUTATION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .filter((selection): selection is FieldNode => selection.kind === Kind.FIELD);
}

async function checkedField(
  request: SubgraphRequest,
  field: FieldNode,
  check: DocumentCheck,
  actor: Actor,
): Promise<SubgraphRequest> {
  const argument = field.arguments?.find(({ name }) => name.value === INPUT);
  const input = argument && (valueFromASTUntyped(argument.value, request.variables) as Json | undefined);
  if (!argument || typeof input !== 'object' || input === null) return request;
  if (field.name.value === BIND) {
    const { documents } = input;
    if (Array.isArray(documents)) await check.bind(documents.map(String), actor);
    return request;
  }
  if (field.name.value !== REGISTER) return request;
  const { id, cost } = await check.register(String(input.name), String(input.text));
  return withFields(request, field, argument, { checkedId: id, checkedCost: cost });
}

/** The same request with more fields in the input, wherever the input stands. */
function withFields(
  request: SubgraphRequest,
  field: FieldNode,
  { value }: ArgumentNode,
  added: { readonly checkedId: string; readonly checkedCost: number },
): SubgraphRequest {
  if (value.kind === Kind.VARIABLE) {
    const name = value.name.value;
    const given = request.variables[name] as Json;
    return { ...request, variables: { ...request.variables, [name]: { ...given, ...added } } };
  }
  if (value.kind !== Kind.OBJECT) return request;
  const fields: ObjectFieldNode[] = [
    ...value.fields,
    objectField('checkedId', { kind: Kind.STRING, value: added.checkedId }),
    objectField('checkedCost', { kind: Kind.INT, value: String(added.checkedCost) }),
  ];
  const key = keyOf(field);
  const query = visit(parse(request.query), {
    Field: (node) => {
      if (node.name.value !== REGISTER || keyOf(node) !== key) return undefined;
      const changed = node.arguments?.map((each) =>
        each.name.value === INPUT ? { ...each, value: { ...value, fields } } : each,
      );
      return { ...node, arguments: changed };
    },
  });
  return { ...request, query: print(query) };
}

const objectField = (name: string, value: ValueNode): ObjectFieldNode => ({
  kind: Kind.OBJECT_FIELD,
  name: { kind: Kind.NAME, value: name },
  value: value as never,
});

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function refusal(field: FieldNode, { kind, reason, message, details }: DomainError): SubgraphResponse {
  return { data: null, errors: [{ message, path: [keyOf(field)], extensions: { code: kind, reason, details } }] };
}
