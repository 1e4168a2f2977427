import { GraphQLError } from 'graphql';
import { createGraph, type Interception, type TestGraph, type TestSubgraph } from './graph';

interface Row {
  readonly id: string;
}

const UNITS = [
  { id: 'u1', name: '市委办公室', headcount: 40, zoneId: 'z1' },
  { id: 'u2', name: '市财政局', headcount: 25, zoneId: 'z1' },
  { id: 'u3', name: '市审计局', headcount: null, zoneId: 'z2' },
];

const zone = (id: string) => ({ __typename: 'Zone', id });
const unit = (id: string) => UNITS.find((row) => row.id === id) ?? null;

const organization: TestSubgraph = {
  sdl: `
    type Query {
      units(first: Int = 3): [Unit!]
      unit(id: ID!): Unit
      tree: [[Unit!]!]
      nodes: [Node!]
      found: [Found]
      secret: String @inaccessible
    }
    type Mutation { renameUnit(id: ID!, name: String!): Unit! countUnits: Int }
    interface Node { id: ID! }
    union Found = Unit | Zone
    enum Nature { PARTY GOVERNMENT HIDDEN @inaccessible }
    type Unit implements Node @key(fields: "id") {
      id: ID! name: String! headcount: Int zone: Zone! nature: Nature share: Float active: Boolean
    }
    type Zone implements Node @key(fields: "id") { id: ID! units: [Unit!]! }
  `,
  resolvers: {
    Query: {
      units: (_: unknown, { first }: { first: number }) => UNITS.slice(0, first),
      unit: (_: unknown, { id }: Row) => unit(id),
      tree: () => [[unit('u1'), unit('u2')], [unit('u3')]],
      nodes: () => [{ __typename: 'Unit', ...unit('u2') }, zone('z2')],
      found: () => [zone('z1'), null, { __typename: 'Unit', ...unit('u3') }],
    },
    Mutation: {
      renameUnit: (_: unknown, { id, name }: { id: string; name: string }) => {
        if (id === 'u9')
          throw new GraphQLError('单位不存在', { extensions: { code: 'NOT_FOUND', reason: 'UNIT_NOT_FOUND' } });
        return { ...unit(id), name };
      },
      countUnits: () => UNITS.length,
    },
    Unit: {
      __resolveReference: ({ id }: Row) => unit(id),
      zone: ({ zoneId }: { zoneId: string }) => zone(zoneId),
      nature: ({ id }: Row) => (id === 'u3' ? 'HIDDEN' : 'PARTY'),
      share: () => 0.5,
      active: () => true,
    },
    Zone: {
      __resolveReference: ({ id }: Row) => zone(id),
      units: ({ id }: Row) => UNITS.filter(({ zoneId }) => zoneId === id),
    },
  },
};

const dispatch: TestSubgraph = {
  sdl: `
    type Mutation { urge(unitId: ID!): Receipt }
    type Unit @key(fields: "id") {
      id: ID!
      headcount: Int @external
      copies: Int @requires(fields: "headcount")
      receipts(first: Int = 1): [Receipt!]!
      rank: Int!
    }
    type Zone @key(fields: "id") { id: ID! label(prefix: String = "第"): String }
    type Receipt { id: ID! unit: Unit! }
  `,
  resolvers: {
    Mutation: { urge: (_: unknown, { unitId }: { unitId: string }) => ({ id: `${unitId}-0`, unit: { id: unitId } }) },
    Unit: {
      copies: ({ headcount }: { headcount: number | null }) => (headcount === null ? null : headcount * 2),
      receipts: ({ id }: Row, { first }: { first: number }) =>
        Array.from({ length: first }, (_, index) => ({ id: `${id}-${index}`, unit: { id } })),
      rank: ({ id }: Row) => {
        if (id === 'u2') throw new GraphQLError('名次未定', { extensions: { code: 'CONFLICT', reason: 'RANK_OPEN' } });
        return Number(id.slice(1));
      },
    },
    Zone: {
      label: ({ id }: Row, { prefix }: { prefix: string }) => {
        if (prefix === '错') throw new Error('无此前缀');
        return `${prefix}${id}`;
      },
    },
  },
};

/** Units of one subgraph, their receipts of another. `u2` has no rank, `u3` no headcount and an inaccessible nature. */
export function unitsGraph(options: { introspection?: boolean; intercept?: Interception } = {}): TestGraph {
  return createGraph({ organization, dispatch }, options);
}
