import { type Id, isId } from '@hub/core';

import { InboxMarks } from '../data/inbox-marks.repository';
import { noticeError } from '../domain/notice.errors';
import type { OrganizationContext } from './context';
import { inboxOwner } from './read-notices';
import { tellNotices } from './tell-notices';

const MAX_MARKED = 200;

/** Marks notices as read, with what stands under them, and news as done; all that are open, when none are named. Answers how many. */
export function markNoticesRead(ctx: OrganizationContext, noticeIds: readonly Id[] | null): Promise<{ read: number }> {
  const accountId = inboxOwner(ctx, 'markNotices');
  if ((noticeIds?.length ?? 0) > MAX_MARKED) throw noticeError('NOTICE_TOO_MANY', { limit: MAX_MARKED });
  if (noticeIds !== null && !noticeIds.every(isId)) throw noticeError('NOTICE_NOT_FOUND');
  return ctx.command('readNotices', { noticeIds }, async (tx) => {
    const marks = new InboxMarks(tx, accountId);
    if (noticeIds !== null && !(await marks.has(noticeIds))) throw noticeError('NOTICE_NOT_FOUND');
    const read = await marks.read(noticeIds);
    tellNotices(tx, read);
    return { read: read.length };
  });
}

/**
 * Puts a notice aside, with what stands under it. It says nothing of the matter itself: what is still owed is told of
 * again.
 */
export function markNoticeDone(ctx: OrganizationContext, noticeId: Id): Promise<{ noticeId: Id }> {
  const accountId = inboxOwner(ctx, 'markNotices');
  if (!isId(noticeId)) throw noticeError('NOTICE_NOT_FOUND');
  return ctx.command('markNoticeDone', { noticeId }, async (tx) => {
    const marks = new InboxMarks(tx, accountId);
    if (!(await marks.has([noticeId]))) throw noticeError('NOTICE_NOT_FOUND');
    const done = await marks.done(noticeId);
    if (done.length > 0) tx.audit({ action: 'markNoticeDone', objectType: 'notice', objectId: noticeId });
    tellNotices(tx, done);
    return { noticeId };
  });
}
