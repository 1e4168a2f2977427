import { type Id, normalizeNote } from '@hub/core';
import { deadlinePolicy, HIGHEST_LEVEL, levelVerb, type ReminderChannel, urge } from '@hub/deadlines';
import { requirePerson } from '@hub/persistence';

import { receiptBook } from '../data/deadline-book';
import { obligationOf } from '../domain/obligation';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockReceipts, type ReceiptSet } from './lock-receipt';
import { tellReceipts } from './tell-receipts';

export interface UrgeReceiptsInput extends ReceiptSet {
  /** 1 to 4; when it is not said the next one, as far as the person may go. */
  readonly level?: number | null;
  /** Said through the hub, unless it was said otherwise and is noted here. */
  readonly channel?: ReminderChannel | null;
  readonly note?: string | null;
}

/** 催办: the office urges units that owe a signature or feedback; each act is an entry in the ledger of their reminders. */
export async function urgeReceipts(ctx: DispatchContext, input: UrgeReceiptsInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { documentId } = input;
  const urging = {
    channel: input.channel ?? 'HUB',
    note: normalizeNote('催办说明', input.note),
    by: { accountId: person.accountId, name: person.displayName, title: person.postTitle },
  };
  return ctx.command('urgeReceipts', input, async (tx) => {
    const receipts = await lockReceipts(tx, person, 'urge', input);
    const keys = receipts.flatMap((receipt) => {
      const obligation = receipt.dueAt === null ? null : obligationOf(receipt);
      return obligation === null ? [] : [{ subjectId: documentId, partId: receipt.organizationId, obligation }];
    });
    const owing = new Set(keys.map(({ partId }) => partId));
    const free = receipts.filter(({ organizationId }) => !owing.has(organizationId));
    const names = free.map((receipt) => receipt.organizationName).join('、');
    if (names) throw receiptError('NOTHING_TO_URGE', { names });
    const reached = Math.max(...receipts.map(({ reminderLevel }) => reminderLevel));
    const mayRaise = deadlinePolicy.may(person, levelVerb(HIGHEST_LEVEL), { committeeId: tx.committeeId });
    const level = input.level ?? Math.min(reached + 1, mayRaise ? HIGHEST_LEVEL : 1);
    deadlinePolicy.assertMay(person, levelVerb(level), { committeeId: tx.committeeId });
    await urge(tx, ctx.ids, receiptBook, keys, { ...urging, level });
    tellReceipts(
      tx,
      documentId,
      receipts.map(({ unitId }) => unitId),
    );
    tx.audit({
      action: 'urgeReceipts',
      objectType: 'receipt',
      objectId: documentId,
      after: { organizationIds: [...owing], level, channel: urging.channel },
    });
    return documentId;
  });
}
