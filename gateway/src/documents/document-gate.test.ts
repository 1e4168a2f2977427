import { createHash, randomBytes } from 'node:crypto';

import type { ServiceActor } from '@hub/core';

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
      expect(await gate(mode).admit({ query: null, documentId }, null)).toEqual(ADMITTED);
    }
  });

  it.each([
    ['of nothing', '0'.repeat(64)],
    ['that is none', 'ReadMe'],
    ['of another letter case', ID.toUpperCase()],
    ['named as a property of objects', '__proto__'],
    ['of a megabyte', 'a'.repeat(2 ** 20)],
  ])('knows no document by an id %s', async (_, documentId) => {
    const asked = gate(mode).admit({ query: null, documentId }, null);
    await expect(asked).rejects.toMatchObject({ kind: 'BAD_USER_INPUT', reason: 'DOCUMENT_UNKNOWN' });
  });
});

describe('where only registered documents run', () => {
  it.each([
    ['as it is registered', TEXT],
    ['laid out and commented', '# 我是谁\nquery ReadMe {\r\n  me { id, name }\n}\n'],
  ])('a registered text runs %s', async (_, query) => {
    const trusted = gate('trusted');
    for (let turn = 0; turn < 2; turn += 1)
      expect(await trusted.admit({ query, documentId: null }, null)).toEqual(ADMITTED);
  });

  it.each([
    ['another text', '{ me { id } }'],
    ['a registered one with one field more', 'query ReadMe{me{id name age}}'],
    ['a registered one and another operation', `${TEXT} query Other{me{id}}`],
    ['what is no GraphQL at all', '"""'],
    ['a registered one after many blanks', `${' '.repeat(2 ** 17)}${TEXT}`],
  ])('refuses %s', async (_, query) => {
    const asked = gate('trusted').admit({ query, documentId: null }, null);
    await expect(asked).rejects.toMatchObject({ kind: 'FORBIDDEN', reason: 'DOCUMENT_NOT_TRUSTED' });
  });

  it('refuses the id of one document with the text of another', async () => {
    const asked = gate('trusted').admit({ query: '{ me { id } }', documentId: ID }, null);
    await expect(asked).rejects.toMatchObject({ reason: 'DOCUMENT_MISMATCH' });
  });
});

test('where any document runs, an unregistered text does, under no id', async () => {
  const asked = { query: '{ me { id } }', documentId: null };
  expect(await gate('open').admit(asked, null)).toEqual(asked);
});

test('a registry that cannot be asked is a failure and not an unknown document', async () => {
  const fail = () => Promise.reject(new Error('no connection'));
  const broken: DocumentRegistry = { find: fail, named: fail };
  const asked = new DocumentGate('trusted', broken).admit({ query: null, documentId: ID }, null);
  await expect(asked).rejects.toThrow('no connection');
});

test('thousands of unknown ids and texts leave nothing behind', async () => {
  const trusted = gate('trusted');
  const ask = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      const id = randomBytes(32).toString('hex');
      await expect(trusted.admit({ query: null, documentId: id }, null)).rejects.toMatchObject({
        kind: 'BAD_USER_INPUT',
      });
      const query = `{ me { id } } # ${id.repeat(100)}`;
      await expect(trusted.admit({ query, documentId: null }, null)).rejects.toMatchObject({ kind: 'FORBIDDEN' });
    }
  };
  await ask(500);
  const before = await keptBytes();
  await ask(5_000);
  // Kept, they would be 32 MB.
  expect((await keptBytes()) - before).toBeLessThan(8 * 2 ** 20);
});

describe('for a service token', () => {
  const mutation = 'mutation Touch{touch}';
  const touch = documentIdOf(mutation);
  const registry = manifestRegistry({ ...manifest, [touch]: { name: 'Touch', text: mutation } });
  const token = (...documents: string[]): ServiceActor => ({
    side: 'office',
    committeeId: '01980000-0000-7000-8000-0000000000c1',
    serviceTokenId: '01980000-0000-7000-8000-0000000000f1',
    name: '大屏',
    organizationId: null,
    documents,
  });

  describe.each(['open', 'trusted'] as const)('%s', (mode) => {
    const gate = new DocumentGate(mode, registry);

    it.each([['ReadMe'], [ID]])('runs what the token names, by name or by id: %s', async (ref) => {
      expect(await gate.admit({ query: null, documentId: ID }, token(ref))).toEqual(ADMITTED);
      expect(await gate.admit({ query: TEXT, documentId: null }, token(ref))).toEqual(ADMITTED);
      expect(await gate.named('ReadMe', token(ref))).toMatchObject({ id: ID });
    });

    it.each([
      ['a document of another token', { query: null, documentId: ID }],
      ['an id of nothing', { query: null, documentId: '0'.repeat(64) }],
      ['a text of its own', { query: '{ me { id } }', documentId: null }],
      ['the graph itself', { query: '{ __schema { types { name } } }', documentId: null }],
      ['a mutation', { query: mutation, documentId: null }],
      ['no document', { query: null, documentId: null }],
    ])('refuses %s in the same words', async (_, asked) => {
      const refused = { kind: 'FORBIDDEN', reason: 'DOCUMENT_NOT_IN_SCOPE' };
      await expect(gate.admit(asked, token('Other'))).rejects.toMatchObject(refused);
    });

    it('does not say which documents there are', async () => {
      const refused = { reason: 'DOCUMENT_NOT_IN_SCOPE' };
      await expect(gate.named('ReadMe', token('Other'))).rejects.toMatchObject(refused);
      await expect(gate.named('Nothing', token('Other'))).rejects.toMatchObject(refused);
    });

    it('runs no mutation, even one that it names', async () => {
      const refused = { reason: 'DOCUMENT_NOT_READ_ONLY' };
      await expect(gate.admit({ query: null, documentId: touch }, token('Touch'))).rejects.toMatchObject(refused);
    });
  });

  it('says that a registry cannot be asked', async () => {
    const fail = () => Promise.reject(new Error('no connection'));
    const gate = new DocumentGate('trusted', { find: fail, named: fail });
    await expect(gate.admit({ query: null, documentId: ID }, token('ReadMe'))).rejects.toThrow('no connection');
  });
});

test('a registration that ended ends with the next request, however its text was spelled', async () => {
  let documents = manifestRegistry(manifest);
  const gate = new DocumentGate('trusted', {
    find: (id, actor) => documents.find(id, actor),
    named: (name, actor) => documents.named(name, actor),
  });
  const asked = { query: 'query ReadMe { me { id, name } }', documentId: null };
  expect(await gate.admit(asked, null)).toEqual(ADMITTED);
  documents = manifestRegistry({});
  await expect(gate.admit(asked, null)).rejects.toMatchObject({ reason: 'DOCUMENT_NOT_TRUSTED' });
});
