import { type Id, type LocalDate, localDate, type Page, type PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import {
  countNotices,
  type InboxNoticeRow,
  listNotices,
  type NoticeCounts,
  type NoticeQuery,
} from '../data/notice.read-model';
import { type DigestDay, digestNotices } from '../data/notice-digest.read-model';
import { noticePolicy } from '../domain/notice.policy';
import { digestDays } from '../domain/notice-digest';
import type { OrganizationContext } from './context';

/** Whose inbox it is: always one's own, under whichever post one acts. */
export function inboxOwner(ctx: OrganizationContext, verb: 'readNotices' | 'markNotices' = 'readNotices'): Id {
  const actor = requirePerson(ctx);
  const { committeeId, accountId } = actor;
  noticePolicy.assertMay(actor, verb, { committeeId, ownerAccountId: accountId });
  return accountId;
}

export function readNotices(
  ctx: OrganizationContext,
  query: NoticeQuery,
  page: PageRequest,
): Promise<Page<InboxNoticeRow>> {
  const accountId = inboxOwner(ctx);
  return ctx.read((tx) => listNotices(tx, accountId, query, page));
}

export function readNoticeCounts(ctx: OrganizationContext): Promise<NoticeCounts> {
  const accountId = inboxOwner(ctx);
  return ctx.read((tx) => countNotices(tx, accountId, ctx.clock.now()));
}

/** 按日摘要. */
export function readNoticeDigest(
  ctx: OrganizationContext,
  asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
): Promise<DigestDay[]> {
  const accountId = inboxOwner(ctx);
  const days = digestDays(asked, localDate(ctx.clock.now()));
  return ctx.read((tx) => digestNotices(tx, accountId, days));
}
