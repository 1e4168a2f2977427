import { createGraph, type TestSubgraph } from '../testing/graph';

/**
 * What a client wants whole at one place of an operation comes verbatim at every place where a subgraph answers the
 * same: also where somebody has to look into it.
 */
const people: TestSubgraph = {
  sdl: `
    type Query { user(id: ID!): User users: [User!]! rows: [[User!]!] loose: [Int] strict: [Int!] }
    type User @key(fields: "id") {
      id: ID! name: String address: Address profile: Profile @shareable secret: String @authenticated
    }
    type Address @shareable { street: String }
    type Profile { mood: String }
  `,
  resolvers: {
    Query: {
      user: (_: unknown, { id }: { id: string }) => ({ id }),
      users: () => [{ id: '1' }, { id: '2' }],
      rows: () => [[{ id: '1' }], [{ id: '2' }]],
      loose: () => [1, null],
      strict: () => [1, null],
    },
    User: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }) => `第${id}号`,
      address: ({ id }: { id: string }) => ({ street: `${id}号街` }),
      profile: () => ({ mood: '好' }),
    },
  },
};
const shop: TestSubgraph = {
  sdl: `
    type Query { open: Boolean }
    type User @key(fields: "id") {
      id: ID! score: Int profile: Profile @shareable address: Address @external
      shipping: String @requires(fields: "address { street }")
    }
    type Address @shareable { street: String }
    type Profile { rank: Int }
  `,
  resolvers: {
    User: {
      __resolveReference: (user: object) => user,
      score: ({ id }: { id: string }) => Number(id) * 10,
      profile: () => ({ rank: 7 }),
      shipping: ({ address }: { address: { street: string } }) => `寄往${address.street}`,
    },
  },
};
const post: TestSubgraph = {
  sdl: `
    type Query { postOpen: Boolean }
    type User @key(fields: "id") { id: ID! name: String @external parcel: String @requires(fields: "name") }
  `,
  resolvers: {
    User: {
      __resolveReference: (user: object) => user,
      parcel: ({ name }: { name: string }) => `致${name}`,
    },
  },
};
const { ask, calls } = createGraph({ people, shop, post });

const dataOf = async (query: string) => {
  const { data, errors } = await ask(query);
  expect(errors).toBeUndefined();
  return data;
};

it('is opened where more is fetched for it', async () => {
  expect(await dataOf('{ users { __typename id } others: users { score } }')).toEqual({
    users: [
      { __typename: 'User', id: '1' },
      { __typename: 'User', id: '2' },
    ],
    others: [{ score: 10 }, { score: 20 }],
  });
});

it('is opened where more is fetched for it, in lists of lists', async () => {
  const query = '{ user(id: 3) { __typename id } rows { score } }';
  expect(await dataOf(query)).toMatchObject({ rows: [[{ score: 10 }], [{ score: 20 }]] });
});

it('is merged with what another subgraph knows', async () => {
  const query = `{
    user(id: 1) { profile { mood rank } }
    mood: user(id: 1) { profile { mood } }
    rank: user(id: 1) { profile { rank } }
  }`;
  expect(await dataOf(query)).toEqual({
    user: { profile: { mood: '好', rank: 7 } },
    mood: { profile: { mood: '好' } },
    rank: { profile: { rank: 7 } },
  });
});

it('is opened where a field requires something of it', async () => {
  expect(await dataOf('{ user(id: 4) { address { street } shipping } }')).toEqual({
    user: { address: { street: '4号街' }, shipping: '寄往4号街' },
  });
});

it('is opened where not all of it may be seen', async () => {
  const { data, errors } = await ask('{ user(id: 1) { name secret } other: user(id: 2) { name } }');
  expect(data).toEqual({ user: { name: '第1号', secret: null }, other: { name: '第2号' } });
  expect(errors).toMatchObject([{ path: ['user', 'secret'] }]);
});

it('is what it is only with its nulls', async () => {
  const lying = createGraph({ people, shop }, { intercept: () => ({ data: { loose: [1, null], strict: [1, null] } }) });
  const { data, errors } = await lying.ask('{ loose strict }');
  expect(data).toEqual({ loose: [1, null], strict: null });
  expect(errors).toMatchObject([{ path: ['strict', 1] }]);
});

it('is spoken of to subgraphs by its values', async () => {
  calls.length = 0;
  await dataOf('{ users { score name } }');
  expect(calls.map(({ variables }) => variables)).toEqual([
    {},
    {
      representations: [
        { __typename: 'User', id: '1' },
        { __typename: 'User', id: '2' },
      ],
    },
  ]);
});

it('is asked about in the words of each subgraph, also at the same moment', async () => {
  calls.length = 0;
  expect(await dataOf('{ user(id: 5) { score parcel } }')).toEqual({ user: { score: 50, parcel: '致第5号' } });
  const told = calls.map(({ subgraph, variables }) => [subgraph, variables.representations]);
  expect(Object.fromEntries(told)).toEqual({
    people: undefined,
    post: [{ __typename: 'User', id: '5', name: '第5号' }],
    shop: [{ __typename: 'User', id: '5' }],
  });
});
