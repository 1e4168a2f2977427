import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { getIntrospectionQuery } from 'graphql';

import { type Answer, Harness } from '../../../testing/harness';
import { createExecutor } from '../../execution';
import { createOperationGuard, DEFAULT_COST_CEILINGS, DEFAULT_OPERATION_LIMITS } from '../../security/limits';
import { loadSupergraph } from '../../supergraph';

// What scanners of GraphQL servers look for, by the names they give it, against the gateway as it is in production, over
// the hub's own graph, where any document may run.

const SUPERGRAPH = readFileSync(join(__dirname, '..', '..', '..', 'supergraph.graphql'), 'utf8');
const SECRET = 'connect ECONNREFUSED 10.0.0.7:5432 at pool.js:12';

const hub = new Harness();
let asked: string[];

beforeAll(() =>
  hub.start({
    development: false,
    executor: createExecutor({
      supergraph: loadSupergraph(SUPERGRAPH),
      callSubgraph: async (subgraph) => {
        asked.push(subgraph);
        throw new Error(SECRET);
      },
      introspection: false,
      guard: createOperationGuard({ limits: DEFAULT_OPERATION_LIMITS, ceilings: DEFAULT_COST_CEILINGS }),
      onInternalError: () => undefined,
    }),
  }),
);
beforeEach(() => {
  asked = [];
});
afterAll(() => hub.stop());

const LOGOUT = 'mutation { logout }';
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const deep = (levels: number): string => (levels === 0 ? 'name' : `name fields { type { ${deep(levels - 1)} } }`);
const get = (query: string, headers?: Record<string, string>) => () =>
  hub.get(`/graphql?query=${encodeURIComponent(query)}`, headers);
const post = (query: string) => () => hub.query(query);
const postAs = (contentType: string, body: string) => () => hub.post(body, { 'content-type': contentType });

const json = JSON.stringify({ query: LOGOUT });
const form = new URLSearchParams({ query: LOGOUT }).toString();
const boundary = '--b\r\nContent-Disposition: form-data; name="query"\r\n\r\nmutation { logout }\r\n--b--\r\n';

test.each<[string, () => Promise<Answer>, number, string]>([
  ['alias overloading', post(`{ documents { ${times(101, (n) => `a${n}: totalCount`)} } }`), 200, 'TOO_MANY_ALIASES'],
  ['array-based batching', () => hub.post(Array(10).fill({ query: '{ __typename }' })), 400, 'BATCH_REFUSED'],
  ['directive overloading', post(`{ __typename ${times(10, () => '@skip(if: false)')} }`), 200, 'TOO_MANY_DIRECTIVES'],
  ['circular introspection', post(`{ __schema { types { ${deep(15)} } } }`), 200, 'QUERY_TOO_DEEP'],
  ['introspection', post(getIntrospectionQuery()), 200, 'GRAPHQL_VALIDATION_FAILED'],
  ['introspection of one type', post('{ __type(name: "Account") { name } }'), 200, 'GRAPHQL_VALIDATION_FAILED'],
  ['a mutation by GET', get(LOGOUT), 405, 'MUTATION_OVER_GET'],
  ['a GET from a page of another site', get('{ __typename }', { origin: 'https://evil.test' }), 403, 'FOREIGN_PAGE'],
  ['POST of a url-encoded form', postAs('application/x-www-form-urlencoded', form), 415, 'CONTENT_TYPE_REFUSED'],
  ['POST of a multipart form', postAs('multipart/form-data; boundary=b', boundary), 415, 'CONTENT_TYPE_REFUSED'],
  ['POST of JSON as plain text', postAs('text/plain', json), 415, 'CONTENT_TYPE_REFUSED'],
  ['GraphiQL', () => hub.get('/', { accept: 'text/html' }), 404, 'ROUTE_NOT_FOUND'],
  ['GraphiQL by its name', () => hub.get('/graphiql', { accept: 'text/html' }), 404, 'ROUTE_NOT_FOUND'],
])('%s is refused', async (_, send, status, reason) => {
  const answer = await send();
  const { errors, data } = answer.json;
  expect([answer.status, errors[0].extensions.reason ?? errors[0].extensions.code]).toEqual([status, reason]);
  expect([data ?? null, asked]).toEqual([null, []]);
});

test('field suggestions: a wrong name is told without a right one', async () => {
  const { text } = await hub.query('{ documen { i } documents { node { titl } } }');
  expect(text).not.toMatch(/Did you mean|"documents"|nodes|title/);
});

test('trace mode: a client that asks for traces or debugging gets none', async () => {
  const answer = await hub.query('{ __typename }', {
    'apollo-federation-include-trace': 'ftv1',
    'apollo-query-plan-experimental': '1',
    'x-apollo-tracing': '1',
    'graphql-query-plan': '1',
  });
  expect(answer.json).toEqual({ data: { __typename: 'Query' } });
});

test('unhandled errors are masked', async () => {
  const answer = await hub.query('mutation { refreshSession(refreshToken: "x") { accessToken } }');
  expect([answer.status, asked]).toEqual([200, ['organization']]);
  expect(answer.text).not.toMatch(/ECONNREFUSED|10\.0\.0\.7|pool\.js|stack|exception/);
  expect(answer.json.errors).toMatchObject([{ message: expect.stringMatching(/\p{Script=Han}/u) }]);
});
