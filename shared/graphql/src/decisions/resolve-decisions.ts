import type { Policy } from '@hub/core';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

import type { Coordinate, Decisions } from './decisions';

export interface DecidingVerb {
  readonly policyName: string;
  readonly policy: Policy<string>;
  readonly verb: string;
}

export type Decision =
  | { readonly kind: 'public' | 'internal' | 'signedIn' }
  | { readonly kind: 'policy'; readonly verbs: readonly DecidingVerb[] };

export type DecisionTable = ReadonlyMap<Coordinate, Decision>;

const OPEN = ['public', 'internal', 'signedIn'] as const;

/** The decision of each coordinate. Throws, naming all of them, when one is missing, unknown or said in two ways. */
export function resolveDecisions(schema: GraphQLSchema, decisions: Decisions): DecisionTable {
  const table = tableOf(decisions);
  const { required, optional, inaccessible } = coordinatesOf(schema);
  const decided = [...table.keys()];
  const faults = [
    ...required.filter((coordinate) => !table.has(coordinate)).map((name) => `${name} has no decision`),
    ...decided.filter((name) => !required.includes(name) && !optional.includes(name)).map((name) => `no ${name}`),
    ...twice(decisions).map((name) => `${name} is decided in two ways`),
    ...(decisions.internal ?? [])
      .filter((coordinate) => !inaccessible.includes(coordinate))
      .map((name) => `${name} is internal and stands in the clients' graph`),
  ];
  if (faults.length > 0) throw new Error(`decisions of the graph: ${faults.join('; ')}`);
  return table;
}

function tableOf(decisions: Decisions): DecisionTable {
  const table = new Map<Coordinate, Decision>();
  for (const kind of OPEN) for (const coordinate of decisions[kind] ?? []) table.set(coordinate, { kind });
  for (const [policyName, { policy, decides }] of Object.entries(decisions.policies)) {
    for (const [verb, coordinates] of Object.entries(decides)) {
      for (const coordinate of coordinates) {
        const known = table.get(coordinate);
        const verbs = known?.kind === 'policy' ? known.verbs : [];
        table.set(coordinate, { kind: 'policy', verbs: [...verbs, { policyName, policy, verb }] });
      }
    }
  }
  return table;
}

/** Open in two ways, or open and decided by a verb. Several verbs are one way. */
function twice(decisions: Decisions): Coordinate[] {
  const verbs = Object.values(decisions.policies).flatMap(({ decides }) => Object.values(decides).flat());
  const said = [...OPEN.flatMap((kind) => decisions[kind] ?? []), ...new Set(verbs)];
  return said.filter((coordinate, index) => said.indexOf(coordinate) !== index);
}

function coordinatesOf(schema: GraphQLSchema) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const required: Coordinate[] = [];
  const optional: Coordinate[] = [];
  const inaccessible: Coordinate[] = [];
  const note = (coordinate: Coordinate, { astNode }: Pick<GraphQLObjectType, 'astNode'> | FieldNode) => {
    if (astNode?.directives?.some(({ name }) => name.value === 'inaccessible')) inaccessible.push(coordinate);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    if (!isRoot) required.push(type.name);
    note(type.name, type);
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      (isRoot ? required : optional).push(coordinate);
      note(coordinate, field);
    }
  }
  return { required, optional, inaccessible };
}

type FieldNode = ReturnType<GraphQLObjectType['getFields']>[string];
