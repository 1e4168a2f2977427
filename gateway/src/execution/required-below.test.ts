import { createGraph, type TestSubgraph } from './testing/graph';

interface Row {
  readonly id: string;
}
const person = (id: number) => ({ __typename: 'Person', id: String(id) });

/** Weights are known to `scales`; `freight` makes prices of them for people that it itself found. */
const scales: TestSubgraph = {
  sdl: `
    type Query { people: [Person!] }
    type Mutation { weigh(id: ID!): Person }
    type Person @key(fields: "id") { id: ID! weight: Int name: String! }
  `,
  resolvers: {
    Query: { people: () => [person(1), person(2)] },
    Mutation: { weigh: (_: unknown, { id }: Row) => person(Number(id)) },
    Person: { weight: ({ id }: Row) => (id === '9' ? null : Number(id) * 10), name: ({ id }: Row) => `人${id}` },
  },
};
const freight: TestSubgraph = {
  sdl: `
    union Member = Person | Robot
    type Robot { model: String }
    type Person @key(fields: "id") {
      id: ID!
      weight: Int @external
      boss: Person!
      team: [[Person!]]
      members: [Member]
      price(rate: Int! = 1): Int @requires(fields: "weight")
      carrier: Person @requires(fields: "weight")
    }
  `,
  resolvers: {
    Person: {
      boss: ({ id }: Row) => person(Number(id) + 1),
      team: ({ id }: Row) => [[person(Number(id) + 2), person(Number(id) + 3)], null],
      members: ({ id }: Row) => [{ __typename: 'Robot', model: 'R' }, person(Number(id) + 4)],
      price: ({ weight }: { weight: number | null }, { rate }: { rate: number }) =>
        weight === null ? null : weight * rate,
      carrier: ({ weight }: { weight: number }) => person(weight),
    },
    Member: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
};
const graph = () => createGraph({ scales, freight });

describe('a field that requires something, below a field of the same subgraph', () => {
  it('gets it', async () => {
    const { ask, internalErrors } = graph();
    expect((await ask('{ people { boss { price } } }')).data).toEqual({
      people: [{ boss: { price: 20 } }, { boss: { price: 30 } }],
    });
    expect(internalErrors).toEqual([]);
  });

  it('gets it however deep, in lists of lists, under conditions, through fragments, aliases and variables', async () => {
    const query = `query ($rate: Int!) {
      people {
        first: boss { twice: price(rate: $rate) ...Deep price name }
        team { id: name price }
        members { ... on Robot { model } ...on Person { price } }
      }
    } fragment Deep on Person { boss { boss { price boss { name } } } }`;
    const answer = await graph().ask(query, { rate: 2 });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.people[0]).toEqual({
      first: { twice: 40, boss: { boss: { price: 40, boss: { name: '人5' } } }, price: 20, name: '人2' },
      team: [
        [
          { id: '人3', price: 30 },
          { id: '人4', price: 40 },
        ],
        null,
      ],
      members: [{ model: 'R' }, { price: 50 }],
    });
  });

  it('gets it below another such field', async () => {
    const answer = await graph().ask('{ people { boss { carrier { boss { price carrier { name } } } } } }');
    expect(answer.data.people[0]).toEqual({ boss: { carrier: { boss: { price: 210, carrier: { name: '人210' } } } } });
  });

  it('gets it in a mutation', async () => {
    const { ask, calls } = graph();
    const answer = await ask('mutation { a: weigh(id: 7) { boss { price } } b: weigh(id: 8) { boss { price } } }');
    expect(answer.data).toEqual({ a: { boss: { price: 80 } }, b: { boss: { price: null } } });
    expect(calls.filter(({ kind }) => kind === 'mutation')).toHaveLength(2);
  });

  it('is null with its error where the client sees it when the subgraph fails', async () => {
    const failing = {
      ...freight,
      resolvers: { ...freight.resolvers, Person: { ...freight.resolvers?.Person, price: () => new Error('无价') } },
    };
    const answer = await createGraph({ scales, freight: failing }).ask('{ people { b: boss { p: price } } }');
    expect(answer.data.people[0]).toEqual({ b: { p: null } });
    expect(answer.errors?.map(({ path }) => path)).toEqual([
      ['people', 0, 'b', 'p'],
      ['people', 1, 'b', 'p'],
    ]);
  });
});

/** `toll` and `duty` require one field with different arguments, on people that a third subgraph found. */
const measures: TestSubgraph = {
  sdl: `
    type Query { chief: Person }
    enum Unit { KG LB }
    type Person @key(fields: "id") { id: ID! measure(unit: Unit): Int deputy: Person }
  `,
  resolvers: {
    Query: { chief: () => person(1) },
    Person: {
      deputy: ({ id }: Row) => person(Number(id) + 1),
      measure: ({ id }: Row, { unit }: { unit: string }) => Number(id) * (unit === 'KG' ? 10 : 22),
    },
  },
};
const customs: TestSubgraph = {
  sdl: `
    enum Unit { KG LB }
    type Person @key(fields: "id") {
      id: ID!
      measure(unit: Unit): Int @external
      toll: Int @requires(fields: "measure(unit: KG)")
      duty: Int @requires(fields: "measure(unit: LB)")
      heir: Person
    }
  `,
  resolvers: {
    Person: {
      toll: ({ measure }: { measure: number }) => measure,
      duty: ({ measure }: { measure: number }) => measure,
      heir: ({ id }: Row) => person(Number(id) + 1),
    },
  },
};
const border: TestSubgraph = {
  sdl: `
    type Query { badge: Badge guard(id: ID!): Person }
    type Badge { holder: Person }
    type Person @key(fields: "id") { id: ID! badges: [Badge] }
  `,
  resolvers: {
    Query: { badge: () => ({}), guard: (_: unknown, { id }: Row) => person(Number(id)) },
    Badge: { holder: () => person(1) },
    Person: { badges: () => [{}] },
  },
};

describe('fields that require one field with different arguments', () => {
  it.each([
    ['below an entity', '{ badge { holder { toll duty } } }', { badge: { holder: { toll: 10, duty: 22 } } }],
    ['right below a root field', '{ guard(id: 2) { toll duty } }', { guard: { toll: 20, duty: 44 } }],
    [
      'below a field of the same subgraph',
      '{ chief { deputy { toll duty } } }',
      { chief: { deputy: { toll: 20, duty: 44 } } },
    ],
    [
      'with another field of theirs between them',
      '{ chief { deputy { toll heir { id } duty } } }',
      { chief: { deputy: { toll: 20, heir: { id: '3' }, duty: 44 } } },
    ],
    [
      'one below the other',
      '{ guard(id: 2) { duty heir { toll duty measure(unit: KG) } } }',
      { guard: { duty: 44, heir: { toll: 30, duty: 66, measure: 30 } } },
    ],
    [
      'in different places of one entity',
      `{
        a: guard(id: 2) { heir { badges { holder { toll } } } }
        b: guard(id: 2) { heir { badges { holder { duty } } } }
      }`,
      { a: { heir: { badges: [{ holder: { toll: 10 } }] } }, b: { heir: { badges: [{ holder: { duty: 22 } }] } } },
    ],
  ])('each get their own %s', async (_, query, data) => {
    const answer = await createGraph({ measures, customs, border }).ask(query);
    expect({ data: answer.data, errors: answer.errors }).toEqual({ data, errors: undefined });
  });

  it('never get the value of the other when their own call fails', async () => {
    const { ask } = createGraph(
      { measures, customs, border },
      {
        intercept: ({ subgraph, query }) =>
          subgraph === 'measures' && query.includes('LB') ? { data: null, errors: [{ message: '无' }] } : undefined,
      },
    );
    const answer = await ask('{ badge { holder { toll duty } } }');
    expect(answer.data).toEqual({ badge: { holder: { toll: 10, duty: null } } });
  });

  it('stay in one plan where only one of them is selected', async () => {
    const { ask, calls } = createGraph({ measures, customs, border });
    await ask('{ badge { holder { toll } } }');
    expect(calls.map(({ subgraph, query }) => `${subgraph} ${query.includes('_hub')}`)).toEqual([
      'border false',
      'measures false',
      'customs false',
    ]);
  });
});
