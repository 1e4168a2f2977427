import { Harness } from '../../testing/harness';
import { createGraph } from '../execution/testing/graph';

const organization = {
  sdl: `
    type Query { unit(id: ID!): Unit }
    type Mutation { renameUnit(id: ID!, name: String!): Unit! }
    type Unit @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: { unit: (_: unknown, { id }: { id: string }) => ({ id, name: '市财政局' }) },
    Mutation: { renameUnit: (_: unknown, input: { id: string; name: string }) => input },
  },
};

describe('the federation executor behind the door', () => {
  const graph = createGraph({ organization });
  const hub = new Harness();
  beforeAll(() => hub.start({ executor: graph.executor }));
  afterAll(() => hub.stop());

  it('answers a query, and the log knows its name', async () => {
    const answer = await hub.query('query Finance { unit(id: "u2") { name } }', { 'x-request-id': 'named' });
    expect([answer.status, answer.json]).toEqual([200, { data: { unit: { name: '市财政局' } } }]);
    expect((await hub.requestLine('named')).operationName).toBe('Finance');
  });

  it('refuses a mutation by GET with 405 and asks no subgraph', async () => {
    graph.calls.length = 0;
    const search = new URLSearchParams({ query: 'mutation { renameUnit(id: "u2", name: "x") { id } }' });
    const answer = await hub.get(`/graphql?${search}`);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    expect(answer.json.errors[0].extensions).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'MUTATION_OVER_GET',
      requestId: answer.headers['x-request-id'],
    });
    expect(graph.calls).toEqual([]);
  });

  it.each(['{', '{ nothing }', 'query ($id: ID!) { unit(id: $id) { name } }'])(
    'says 400 for %s, with the request id in the error',
    async (query) => {
      const answer = await hub.query(query, { accept: 'application/graphql-response+json' });
      expect([answer.status, 'data' in answer.json]).toEqual([400, false]);
      expect(answer.json.errors[0].extensions.requestId).toBe(answer.headers['x-request-id']);
    },
  );
});
