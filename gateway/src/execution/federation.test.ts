import { createGraph } from './testing/graph';

describe('parts of one object in several subgraphs', () => {
  it('are merged when both answer parts of a shared path, lists included', async () => {
    const shared = (own: string) => `
      type Query { board: Board @shareable }
      type Board @shareable { head: Head rows: [Row!] ${own}: Int }
      type Head @shareable { title: String ${own}Head: Int }
      type Row @shareable { n: Int ${own}Row: Int }
    `;
    const resolvers = (own: string, value: number) => ({
      Query: {
        board: () => ({
          head: { title: '表', [`${own}Head`]: value },
          rows: [1, 2].map((n) => ({ n, [`${own}Row`]: value })),
          [own]: value,
        }),
      },
    });
    const { ask } = createGraph({
      first: { sdl: shared('a'), resolvers: resolvers('a', 1) },
      second: { sdl: shared('b'), resolvers: resolvers('b', 2) },
    });
    expect((await ask('{ board { head { title aHead bHead } rows { n aRow bRow } a b } }')).data).toEqual({
      board: {
        head: { title: '表', aHead: 1, bHead: 2 },
        rows: [
          { n: 1, aRow: 1, bRow: 2 },
          { n: 2, aRow: 1, bRow: 2 },
        ],
        a: 1,
        b: 2,
      },
    });
  });

  it('are taken from the subgraph that provides them', async () => {
    const { ask, calls } = createGraph({
      people: { sdl: 'type Query { x: Int } type Person @key(fields: "id") { id: ID! name: String @shareable }' },
      letters: {
        sdl: `
          type Query { letters: [Letter] }
          type Letter { by: Person @provides(fields: "name") }
          type Person @key(fields: "id") { id: ID! name: String @external }
        `,
        resolvers: { Query: { letters: () => [{ by: { id: '1', name: '张三' } }] } },
      },
    });
    expect((await ask('{ letters { by { name } } }')).data).toEqual({ letters: [{ by: { name: '张三' } }] });
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['letters']);
  });
});

describe('interface objects', () => {
  const media = {
    sdl: `
      type Query { media: [Media!] }
      interface Media @key(fields: "id") { id: ID! }
      type Film implements Media @key(fields: "id") { id: ID! minutes: Int }
      type Photo implements Media @key(fields: "id") { id: ID! width: Int }
    `,
    resolvers: {
      Query: {
        media: () => [
          { __typename: 'Film', id: 'f', minutes: 3 },
          { __typename: 'Photo', id: 'p', width: 4 },
        ],
      },
      Media: {
        __resolveType: ({ id }: { id: string }) => (id === 'f' ? 'Film' : 'Photo'),
        __resolveReference: ({ id }: { id: string }) => ({ __typename: id === 'f' ? 'Film' : 'Photo', id }),
      },
    },
  };
  const likes = {
    sdl: `
      type Query { liked: [Media!] }
      type Media @interfaceObject @key(fields: "id") { id: ID! likes(min: Int = 0): Int! }
    `,
    resolvers: {
      Query: { liked: () => [{ id: 'f' }] },
      Media: { likes: ({ id }: { id: string }, { min }: { min: number }) => min + (id === 'f' ? 10 : 20) },
    },
  };

  it('are asked under the name of the interface', async () => {
    const { ask, calls } = createGraph({ media, likes });
    expect((await ask('{ media { likes ... on Film { minutes } } }')).data).toEqual({
      media: [{ likes: 10, minutes: 3 }, { likes: 20 }],
    });
    expect(calls[1]?.variables.representations).toEqual([
      { __typename: 'Media', id: 'f' },
      { __typename: 'Media', id: 'p' },
    ]);
  });

  it('learn their concrete type from the subgraph that knows it', async () => {
    const { ask } = createGraph({ media, likes });
    expect((await ask('{ liked { __typename likes } }')).data).toEqual({ liked: [{ __typename: 'Film', likes: 10 }] });
    expect((await ask('{ liked { id likes } }')).data).toEqual({ liked: [{ id: 'f', likes: 10 }] });
  });

  it('take one response key with different arguments under two types', async () => {
    const { ask } = createGraph({ media, likes });
    const answer = await ask('{ media { ... on Film { likes(min: 1) } ... on Photo { likes(min: 2) } } }');
    expect(answer.data).toEqual({ media: [{ likes: 11 }, { likes: 22 }] });
  });
});

it('renames response keys that one subgraph cannot answer together, in data and in errors', async () => {
  const fail = () => {
    throw new Error('无');
  };
  const { ask, calls } = createGraph({
    nullable: { sdl: 'type Query { x: Int } type Lion @key(fields: "id") { id: ID! size: Int @shareable }' },
    zoo: {
      sdl: `
        type Query { animals: [Animal] }
        union Animal = Lion | Mouse
        type Lion @key(fields: "id") { id: ID! size: Int! @shareable }
        type Mouse { size: Int }
      `,
      resolvers: {
        Query: {
          animals: () => [{ __typename: 'Lion', size: 3 }, { __typename: 'Mouse', size: 1 }, { __typename: 'Mouse' }],
        },
        Mouse: { size: ({ size }: { size?: number }) => size ?? fail() },
      },
    },
  });
  const answer = await ask('{ animals { ... on Lion { size } ... on Mouse { size } } }');
  expect(answer.data).toEqual({ animals: [{ size: 3 }, { size: 1 }, { size: null }] });
  expect(answer.errors?.map(({ path }) => path)).toEqual([['animals', 2, 'size']]);
  expect(calls).toHaveLength(1);
});

it('gives each field what it requires where two require one field with different arguments', async () => {
  const { ask, calls } = createGraph({
    goods: {
      sdl: `
        type Query { goods: [Good] }
        type Good @key(fields: "id") { id: ID! price(in: String): Int weight: Int }
      `,
      resolvers: {
        Query: { goods: () => [{ id: '1' }] },
        Good: { weight: () => 3, price: (_: unknown, args: { in: string }) => (args.in === 'CNY' ? 70 : 10) },
      },
    },
    freight: {
      sdl: `
        type Good @key(fields: "id") {
          id: ID!
          price(in: String): Int @external
          weight: Int @external
          home: Int @requires(fields: "price(in: \\"CNY\\") weight")
          abroad: Int @requires(fields: "price(in: \\"USD\\") weight")
        }
      `,
      resolvers: {
        Good: {
          home: ({ price, weight }: { price: number; weight: number }) => price * weight,
          abroad: ({ price, weight }: { price: number; weight: number }) => price * weight,
        },
      },
    },
  });
  expect((await ask('{ goods { home abroad price(in: "CNY") } }')).data).toEqual({
    goods: [{ home: 210, abroad: 30, price: 70 }],
  });
  expect((await ask('{ goods { home price } }')).data).toEqual({ goods: [{ home: 210, price: 10 }] });
  const sent = calls.flatMap(({ variables }) => Object.values(variables).flat());
  expect(sent).toContainEqual({ __typename: 'Good', id: '1', price: 70, weight: 3 });
  expect(sent).toContainEqual({ __typename: 'Good', id: '1', price: 10, weight: 3 });
});

describe('fields that moved to another subgraph', () => {
  const from = (name: string) => ({ Person: { name: () => name, age: () => 1 } });
  const people = (label: string) =>
    createGraph({
      old: {
        sdl: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! name: String age: Int }',
        resolvers: { Query: { people: () => [{ id: '1' }] }, ...from('旧') },
      },
      new: {
        sdl: `type Person @key(fields: "id") { id: ID! name: String @override(from: "old"${label}) }`,
        resolvers: from('新'),
      },
    });

  it('are asked of that one', async () => {
    expect((await people('').ask('{ people { name age } }')).data).toEqual({ people: [{ name: '新', age: 1 }] });
  });

  it('are asked of either by percentage', async () => {
    const { ask } = people(', label: "percent(30)"');
    const random = jest.spyOn(Math, 'random');
    const names = [];
    for (const drawn of [0.1, 0.29, 0.3, 0.9, 0.1]) {
      random.mockReturnValue(drawn);
      names.push((await ask('{ people { name } }')).data.people[0].name);
    }
    random.mockRestore();
    expect(names).toEqual(['新', '新', '旧', '旧', '新']);
  });

  it('stay where they were while their label is off', async () => {
    expect((await people(', label: "later"').ask('{ people { name } }')).data).toEqual({ people: [{ name: '旧' }] });
  });
});
