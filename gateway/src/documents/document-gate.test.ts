import { createHash, randomBytes } from 'node:crypto';

import { keptBytes } from '../../testing/heap';
import { DocumentGate } from './document-gate';
import { documentIdOf } from './document-id';
import type { DocumentRegistry } from './document-registry.type';
import { manifestRegistry } from './manifest';

const TEXT = 'query ReadMe{me{id name}}';
const ID = documentIdOf(TEXT);
const manifest = { [ID]: { name: 'ReadMe', text: TEXT } };
const ADMITTED = { query: TEXT, documentId: ID };

const gate = (mode: 'open' | 'trusted') => new DocumentGate(mode, manifestRegistry(manifest));

test('the id is the SHA-256 of the registered text, as any client can compute it', () => {
  expect(ID).toBe(createHash('sha256').update(TEXT).digest('hex'));
});

describe.each(['open', 'trusted'] as const)('%s', (mode) => {
  it('runs a registered document by its id, with and without the prefix', async () => {
    for (const documentId of [ID, `sha256:${ID}`]) {
      expect(await gate(mode).admit({ query: null, documentId })).toEqual(ADMITTED);
    }
  });

  it.each([
    ['of nothing', '0'.repeat(64)],
    ['that is none', 'ReadMe'],
    ['of another letter case', ID.toUpperCase()],
    ['named as a property of objects', '__proto__'],
    ['of a megabyte', 'a'.repeat(2 ** 20)],
  ])('knows no document by an id %s', async (_, documentId) => {
    const asked = gate(mode).admit({ query: null, documentId });
    await expect(asked).rejects.toMatchObject({ kind: 'BAD_USER_INPUT', reason: 'DOCUMENT_UNKNOWN' });
  });
});

describe('where only registered documents run', () => {
  it.each([
    ['as it is registered', TEXT],
    ['laid out and commented', '# 我是谁\nquery ReadMe {\r\n  me { id, name }\n}\n'],
  ])('a registered text runs %s', async (_, query) => {
    const trusted = gate('trusted');
    for (let turn = 0; turn < 2; turn += 1) expect(await trusted.admit({ query, documentId: null })).toEqual(ADMITTED);
  });

  it.each([
    ['another text', '{ me { id } }'],
    ['a registered one with one field more', 'query ReadMe{me{id name age}}'],
    ['a registered one and another operation', `${TEXT} query Other{me{id}}`],
    ['what is no GraphQL at all', '"""'],
    ['a registered one after many blanks', `${' '.repeat(2 ** 17)}${TEXT}`],
  ])('refuses %s', async (_, query) => {
    const asked = gate('trusted').admit({ query, documentId: null });
    await expect(asked).rejects.toMatchObject({ kind: 'FORBIDDEN', reason: 'DOCUMENT_NOT_TRUSTED' });
  });

  it('refuses the id of one document with the text of another', async () => {
    const asked = gate('trusted').admit({ query: '{ me { id } }', documentId: ID });
    await expect(asked).rejects.toMatchObject({ reason: 'DOCUMENT_MISMATCH' });
  });
});

test('where any document runs, an unregistered text does, under no id', async () => {
  const asked = { query: '{ me { id } }', documentId: null };
  expect(await gate('open').admit(asked)).toEqual(asked);
});

test('a registry that cannot be asked is a failure and not an unknown document', async () => {
  const broken: DocumentRegistry = { find: () => Promise.reject(new Error('no connection')) };
  const asked = new DocumentGate('trusted', broken).admit({ query: null, documentId: ID });
  await expect(asked).rejects.toThrow('no connection');
});

test('thousands of unknown ids and texts leave nothing behind', async () => {
  const trusted = gate('trusted');
  const ask = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      const id = randomBytes(32).toString('hex');
      await expect(trusted.admit({ query: null, documentId: id })).rejects.toMatchObject({ kind: 'BAD_USER_INPUT' });
      const query = `{ me { id } } # ${id.repeat(100)}`;
      await expect(trusted.admit({ query, documentId: null })).rejects.toMatchObject({ kind: 'FORBIDDEN' });
    }
  };
  await ask(500);
  const before = keptBytes();
  await ask(5_000);
  // Kept, they would be 32 MB.
  expect(keptBytes() - before).toBeLessThan(8 * 2 ** 20);
});
