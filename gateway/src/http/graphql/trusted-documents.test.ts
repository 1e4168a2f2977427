import { Harness } from '../../../testing/harness';
import { DocumentGate, documentIdOf, manifestRegistry } from '../../documents';

const HELLO = 'query Hello{hello}';
const ECHO = 'query Echo($text:String!){echo(text:$text)}';
const TOUCH = 'mutation Touch{touch}';
const manifest = Object.fromEntries([HELLO, ECHO, TOUCH].map((text) => [documentIdOf(text), { name: 'unused', text }]));

const hub = new Harness();
beforeAll(() => hub.start({ documents: new DocumentGate('trusted', manifestRegistry(manifest)) }));
afterAll(() => hub.stop());

const persistedQuery = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: documentIdOf(text) } });

test.each([
  ['its id', { documentId: documentIdOf(ECHO) }],
  ['its id with a prefix', { documentId: `sha256:${documentIdOf(ECHO)}` }],
  ['the hash of a persisted query', { extensions: persistedQuery(ECHO) }],
  ['its text', { query: 'query Echo($text: String!) {\n  echo(text: $text)\n}' }],
  ['its text and its id', { query: ECHO, documentId: documentIdOf(ECHO) }],
])('a registered document runs by %s', async (_, asked) => {
  const answer = await hub.post({ ...asked, variables: { text: '甲' }, operationName: 'Echo' });
  expect([answer.status, answer.json]).toEqual([200, { data: { echo: '甲' } }]);
});

test('GET runs a registered query, and no registered mutation', async () => {
  const get = (text: string) => hub.get(`/graphql?documentId=${documentIdOf(text)}`);
  expect((await get(HELLO)).json).toEqual({ data: { hello: '你好' } });
  expect((await get(TOUCH)).status).toBe(405);
});

test.each([
  [{ query: '{ hello }' }, 403, 'DOCUMENT_NOT_TRUSTED'],
  [{ query: '{ __schema { types { name } } }' }, 403, 'DOCUMENT_NOT_TRUSTED'],
  [{ documentId: documentIdOf('{ hello }') }, 400, 'DOCUMENT_UNKNOWN'],
  [{ documentId: '' }, 400, 'DOCUMENT_UNKNOWN'],
  [{ documentId: 7 }, 400, 'DOCUMENT_ID_INVALID'],
  [{ extensions: { persistedQuery: { sha256Hash: [] } } }, 400, 'DOCUMENT_ID_INVALID'],
  [{ extensions: { persistedQuery: 'x' } }, 400, 'QUERY_INVALID'],
  [{ extensions: persistedQuery('{ hello }') }, 400, 'DOCUMENT_UNKNOWN'],
  [{ query: '{ hello }', extensions: persistedQuery(HELLO) }, 400, 'DOCUMENT_MISMATCH'],
])('what is not registered is refused: %j', async (asked, status, reason) => {
  const answer = await hub.post(asked);
  expect([answer.status, answer.json.errors[0].extensions.reason]).toEqual([status, reason]);
});

test('sending hash and text together registers nothing', async () => {
  const query = '{ key }';
  await hub.post({ query, extensions: persistedQuery(query) });
  const answer = await hub.post({ extensions: persistedQuery(query) });
  expect(answer.json.errors[0].extensions.reason).toBe('DOCUMENT_UNKNOWN');
});
