import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { inboxAll, inboxToDo } from '../data/inbox.read-model';
import type { ReceiptFilter, ReceiptRow } from '../data/receipt.read-model';
import type { DispatchContext } from './context';

/** 待办: what the unit owes, the nearest limit first. 全部: what it got, the newest first. */
export const INBOXES = ['TO_DO', 'ALL'] as const;

export type Inbox = (typeof INBOXES)[number];

/** 收件箱 of the acting post's own unit. */
export async function listInbox(
  ctx: DispatchContext,
  inbox: Inbox,
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  const of = { unitId: requirePerson(ctx).unitId, now: ctx.clock.now() };
  const list = inbox === 'TO_DO' ? inboxToDo : inboxAll;
  return ctx.read((tx) => list(tx, of, filter, page));
}
