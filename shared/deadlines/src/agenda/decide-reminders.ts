import type { Id } from '@hub/core';
import { requirePerson, type UseCaseContext } from '@hub/persistence';

import type { DeadlineBook } from '../book';
import { decideProposals } from '../ledger/decide-proposals';
import { ledgerError } from '../ledger/ledger.errors';
import { ledgerText } from '../ledger/ledger-text';
import type { Decision } from '../ledger/reminder-rows';
import { deadlinePolicy, levelVerb } from './deadline.policy';

/** One act holds one transaction. */
export const MOST_REMINDERS = 200;

export interface ReleaseRemindersInput {
  readonly reminderIds: readonly Id[];
  /** Said to the units beside what the notice says anyway. */
  readonly note?: string | null;
  /** 督办文号, asked for by levels in writing. */
  readonly documentNumber?: string | null;
}

export interface DeclineRemindersInput {
  readonly reminderIds: readonly Id[];
  readonly reason: string;
}

/** 发出催办: levels that the system proposed go to whom the ladder names. All of them, or none. */
export function releaseReminders(
  ctx: UseCaseContext,
  book: DeadlineBook,
  input: ReleaseRemindersInput,
): Promise<readonly Id[]> {
  const { reminderIds } = input;
  const documentNumber = ledgerText(input.documentNumber, 100);
  return decide(ctx, book, 'releaseReminders', reminderIds, {
    state: 'RELEASED',
    note: ledgerText(input.note),
    documentNumber,
  });
}

/** 不予催办: they rest, and the reason stays in the ledger. */
export function declineReminders(
  ctx: UseCaseContext,
  book: DeadlineBook,
  { reminderIds, reason }: DeclineRemindersInput,
): Promise<readonly Id[]> {
  return decide(ctx, book, 'declineReminders', reminderIds, {
    state: 'DECLINED',
    note: ledgerText(reason),
    documentNumber: null,
  });
}

function decide(
  ctx: UseCaseContext,
  book: DeadlineBook,
  action: string,
  reminderIds: readonly Id[],
  decided: Omit<Decision, 'by' | 'assertMay'>,
): Promise<readonly Id[]> {
  const person = requirePerson(ctx);
  const { committeeId } = person;
  deadlinePolicy.assertMay(person, 'decideFirstLevel', { committeeId });
  const ids = [...new Set(reminderIds)];
  if (ids.length === 0 || ids.length > MOST_REMINDERS) throw ledgerError('REMINDER_COUNT', { most: MOST_REMINDERS });
  const by = { accountId: person.accountId, name: person.displayName, title: person.postTitle };
  return ctx.command(`${book.schema}.${action}`, { ids, ...decided }, async (tx) => {
    const proposals = await decideProposals(tx, ctx.ids, book, ids, {
      ...decided,
      by,
      assertMay: (level) => deadlinePolicy.assertMay(person, levelVerb(level), { committeeId }),
    });
    const { state, note, documentNumber } = decided;
    for (const { subjectId, partId, obligation, level, reminderId } of proposals) {
      tx.audit({
        action,
        objectType: 'reminder',
        objectId: subjectId,
        partId,
        before: { state: 'PROPOSED' },
        after: { reminderId, obligation, level, state, note, documentNumber },
      });
    }
    return ids;
  });
}
