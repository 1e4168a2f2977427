import { type Id, isId } from '@hub/core';
import { requirePerson } from '@hub/persistence';
import { signalFeed } from '@hub/runtime';

import { papersById } from '../data/document.read-model';
import { documentPolicy } from '../domain/document.policy';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { receiptsChanged } from './tell-receipts';
import type { Watch } from './watch-inbox';

/** Ids of the document, once at first and whenever its progress or its state may have changed. */
export async function watchProgress(
  ctx: DispatchContext,
  documentId: Id,
  { signals, ended }: Watch,
): Promise<AsyncGenerator<Id, void, undefined>> {
  const actor = requirePerson(ctx);
  documentPolicy.assertMay(actor, 'watchProgress', actor);
  const known = isId(documentId) && (await ctx.read((tx) => papersById(tx, [documentId]))).has(documentId);
  if (!known) throw recordError('DOCUMENT_NOT_FOUND', { documentId });
  const feed = signalFeed(signals, {
    signal: receiptsChanged,
    ended,
    keys: (changed) => (changed.documentId === documentId ? [documentId] : []),
  });
  return each(feed, documentId);
}

async function* each(feed: AsyncIterable<unknown>, documentId: Id): AsyncGenerator<Id, void, undefined> {
  for await (const _ of feed) yield documentId;
}
