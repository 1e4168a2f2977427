import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';
import { type Signals, signalFeed } from '@hub/runtime';

import { countNotices, type InboxNoticeRow, type NoticeCounts, noticesById } from '../data/notice.read-model';
import type { OrganizationContext } from './context';
import { inboxOwner } from './read-notices';
import { noticesChanged } from './tell-notices';

/** What a person listens to, until it is ended. */
export interface Watch {
  readonly signals: Signals;
  readonly ended: AbortSignal;
}

/** Something in the watched inbox. */
export interface NoticeHint {
  /** Null: anything in it may have changed. */
  readonly noticeId: Id | null;
}

export interface NoticeChange {
  readonly notice: InboxNoticeRow | null;
  readonly counts: NoticeCounts;
}

/** Hints about one's own inbox. What is for others goes by without a look at the database. */
export function watchNotices(
  ctx: OrganizationContext,
  { signals, ended }: Watch,
): AsyncGenerator<NoticeHint, void, undefined> {
  const { committeeId, accountId } = requirePerson(ctx);
  const feed = signalFeed(signals, {
    signal: noticesChanged,
    ended,
    keys: (changed) =>
      changed.committeeId === committeeId
        ? changed.told.filter((told) => told.accountId === accountId).map(({ noticeId }) => noticeId)
        : [],
  });
  return hints(feed);
}

async function* hints(feed: AsyncIterable<string | null>): AsyncGenerator<NoticeHint, void, undefined> {
  for await (const noticeId of feed) yield { noticeId };
}

/** The inbox as far as a hint concerns it, with the eyes of who watches. */
export function readNoticeChange(ctx: OrganizationContext, { noticeId }: NoticeHint): Promise<NoticeChange> {
  const accountId = inboxOwner(ctx);
  return ctx.read(async (tx) => {
    const found = noticeId === null ? null : await noticesById(tx, accountId, [noticeId]);
    return {
      notice: (noticeId !== null && found?.get(noticeId)) || null,
      counts: await countNotices(tx, accountId, ctx.clock.now()),
    };
  });
}
