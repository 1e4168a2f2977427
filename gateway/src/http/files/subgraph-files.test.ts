import type { PersonActor } from '@hub/core';

import { CLERK } from '../../../testing/harness';
import type { CallSubgraph } from '../../context';
import type { FileStore } from './file-store.type';
import { subgraphFiles } from './subgraph-files';

const STORED = { storageKey: 'k', name: '附件.pdf', contentType: 'application/pdf', size: 9, sha256: 'a' };
const GRANT = { storageKey: 'k', name: '附件.pdf', contentType: 'application/pdf' };

/** Says which subgraphs were asked. */
function keepers() {
  const asked: string[] = [];
  const call: CallSubgraph = async (subgraph) => {
    asked.push(subgraph);
    return { data: { recordAttachment: 'f1', authorizeDownload: GRANT } };
  };
  const store = { put: async () => STORED, open: async () => ({ size: 9, stream: null }) } as unknown as FileStore;
  return { asked, files: subgraphFiles(call, store) };
}

const actor = CLERK as PersonActor;

test.each([
  ['dispatch.attachment', 'dispatch'],
  ['reports.attachment', 'reports'],
])('a file for %s is recorded by %s', async (purpose, keeper) => {
  const { asked, files } = keepers();
  await files.upload(actor, 'r1', { name: 'a', declaredType: '', purpose, targetId: 't', stream: null as never });
  expect(asked).toEqual([keeper]);
});

test('a file for anything else is recorded by nobody', async () => {
  const { asked, files } = keepers();
  const file = { name: 'a', declaredType: '', purpose: 'reportsx.attachment', targetId: 't', stream: null as never };
  await expect(files.upload(actor, 'r1', file)).rejects.toMatchObject({ reason: 'FILE_PURPOSE_INVALID' });
  expect(asked).toEqual([]);
});

test.each([
  ['dispatch.x.y', 'dispatch'],
  ['reports.x.y', 'reports'],
  ['of-nobody', 'dispatch'],
])('a link %s is judged by %s', async (token, keeper) => {
  const { asked, files } = keepers();
  await files.open(actor, token);
  expect(asked).toEqual([keeper]);
});
