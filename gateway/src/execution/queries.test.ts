import { createGraph } from './testing/graph';

const units = [
  { id: 'u1', name: '市委办公室', zoneId: 'z1' },
  { id: 'u2', name: '市财政局', zoneId: 'z1' },
  { id: 'u3', name: '市审计局', zoneId: 'z2' },
];

function organization() {
  return {
    sdl: `
      type Query { units: [Unit!]! unit(id: ID!): Unit }
      type Unit @key(fields: "id") { id: ID! name: String! zone: Zone! }
      type Zone @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: {
        units: () => units,
        unit: (_: unknown, { id }: { id: string }) => units.find((unit) => unit.id === id) ?? null,
      },
      Unit: {
        __resolveReference: ({ id }: { id: string }) => units.find((unit) => unit.id === id) ?? null,
        zone: ({ zoneId }: { zoneId: string }) => ({ id: zoneId }),
      },
    },
  };
}

function dispatch() {
  return {
    sdl: `
      type Unit @key(fields: "id") { id: ID! receipts(first: Int = 2): [Receipt!]! }
      type Zone @key(fields: "id") { id: ID! label(prefix: String = "第"): String }
      type Receipt { id: ID! unit: Unit! }
    `,
    resolvers: {
      Unit: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        receipts: ({ id }: { id: string }, { first }: { first: number }) =>
          Array.from({ length: first }, (_, index) => ({ id: `${id}-${index}`, unit: { id } })),
      },
      Zone: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        label: ({ id }: { id: string }, { prefix }: { prefix: string }) => `${prefix}${id}`,
      },
    },
  };
}

const graph = () => createGraph({ organization: organization(), dispatch: dispatch() });

describe('queries', () => {
  it('joins entities of two subgraphs, and back again', async () => {
    const answer = await graph().ask(
      '{ unit(id: "u2") { name receipts(first: 1) { id unit { name } } zone { label } } }',
    );
    expect(answer).toEqual({
      data: {
        unit: { name: '市财政局', receipts: [{ id: 'u2-0', unit: { name: '市财政局' } }], zone: { label: '第z1' } },
      },
      requestError: false,
    });
  });

  it('asks for an entity once, however often it stands in the data', async () => {
    const { ask, calls } = graph();
    const answer = await ask('{ units { zone { label } } }');
    expect(answer.data.units.map((unit: { zone: { label: string } }) => unit.zone.label)).toEqual([
      '第z1',
      '第z1',
      '第z2',
    ]);
    const [, entities] = calls;
    expect(entities?.variables).toEqual({
      representations: [
        { __typename: 'Zone', id: 'z1' },
        { __typename: 'Zone', id: 'z2' },
      ],
    });
  });
});
