import { buildSchema } from 'graphql';

import { documentIdOf } from './document-id';
import { DocumentsInvalid, writeManifest } from './write-manifest';

const schema = buildSchema('type Query { me: String, you(name: String!): String }');

const ReadMe = { name: 'ReadMe', text: '# 我是谁\nquery ReadMe { me }\n' };

function reasonsOf(...sources: { name: string; text: string }[]): readonly string[] {
  try {
    writeManifest(sources, schema);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentsInvalid);
    return (error as DocumentsInvalid).reasons;
  }
}

test('documents stand in the order of their names, each under the id of its text', () => {
  const AskYou = { name: 'AskYou', text: '# 问你\nquery AskYou($name: String!) { you(name: $name) }' };
  const manifest = writeManifest([ReadMe, AskYou], schema);
  const text = 'query AskYou($name:String!){you(name:$name)}';
  expect(Object.entries(manifest)[0]).toEqual([documentIdOf(text), { name: 'AskYou', text }]);
  expect(Object.values(manifest).map(({ name }) => name)).toEqual(['AskYou', 'ReadMe']);
});

test.each([
  ['has no description', { ...ReadMe, text: 'query ReadMe { me }' }],
  ['is described in no Chinese', { ...ReadMe, text: '# me\nquery ReadMe { me }' }],
  ['is named otherwise than its operation', { ...ReadMe, name: 'ReadYou' }],
  ['has a name that is not in PascalCase', { name: 'read_me', text: '# 我\nquery read_me { me }' }],
  ['has two operations', { ...ReadMe, text: `${ReadMe.text} query Other { me }` }],
  ['has none', { ...ReadMe, text: '# 我\nfragment F on Query { me }' }],
  ['asks for a field that the graph does not have', { ...ReadMe, text: '# 我\nquery ReadMe { age }' }],
  ['is no GraphQL', { ...ReadMe, text: '# 我\nquery ReadMe {' }],
])('a document is not registered that %s', (_, source) => {
  expect(reasonsOf(source).length).toBeGreaterThan(0);
});

test('every fault is named in one go', () => {
  const reasons = reasonsOf({ name: 'a', text: '' }, { name: 'B', text: 'query C { me }' });
  expect(new Set(reasons.map((reason) => reason.split(':')[0]))).toEqual(new Set(['a', 'B']));
});
