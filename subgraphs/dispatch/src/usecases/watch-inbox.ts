import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';
import { type Signals, signalFeed } from '@hub/runtime';

import { inboxOfDocument } from '../data/inbox.read-model';
import type { ReceiptRow } from '../data/receipt.read-model';
import type { DispatchContext } from './context';
import { receiptsChanged } from './tell-receipts';

/** What a person listens to, until it is ended. */
export interface Watch {
  readonly signals: Signals;
  readonly ended: AbortSignal;
}

/** Something that may concern the watched inbox. */
export interface InboxHint {
  /** Null: anything in it may have changed. */
  readonly documentId: Id | null;
  /** Whether the signal named the unit. */
  readonly named: boolean;
}

export interface InboxChange {
  readonly documentId: Id | null;
  readonly receipts: readonly ReceiptRow[];
}

/** Keys of the feed: ids of documents, marked where nobody was named. */
const UNNAMED = '?';

/** Hints about the inbox of the acting post's own unit. What is not for it goes by without a look at the database. */
export function watchInbox(
  ctx: DispatchContext,
  { signals, ended }: Watch,
): AsyncGenerator<InboxHint, void, undefined> {
  const { committeeId, unitId } = requirePerson(ctx);
  const feed = signalFeed(signals, {
    signal: receiptsChanged,
    ended,
    keys: (changed) => {
      if (changed.committeeId !== committeeId) return [];
      if (changed.unitIds === null) return [changed.documentId + UNNAMED];
      return changed.unitIds.includes(unitId) ? [changed.documentId] : [];
    },
  });
  return hints(feed);
}

async function* hints(feed: AsyncIterable<string | null>): AsyncGenerator<InboxHint, void, undefined> {
  for await (const key of feed) {
    const named = key === null || !key.endsWith(UNNAMED);
    yield { documentId: key?.replace(UNNAMED, '') ?? null, named };
  }
}

/** The inbox as far as a hint concerns it, with the eyes of who watches; null when there is nothing to tell him. */
export async function readInboxChange(
  ctx: DispatchContext,
  { documentId, named }: InboxHint,
): Promise<InboxChange | null> {
  const { unitId } = requirePerson(ctx);
  if (documentId === null) return { documentId, receipts: [] };
  const receipts = await ctx.read((tx) => inboxOfDocument(tx, { unitId, documentId }));
  if (receipts.length > 0) return { documentId, receipts };
  // A unit that was named held it: what is gone is not shown, only that something is.
  return named ? { documentId: null, receipts: [] } : null;
}
