import { noticeRequested } from '@hub/contracts';
import type { Id, IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DeadlineBook, Matter, OpenDeadline } from '../book';
import { ladderOf } from '../rules/ladder-of';
import { addresseesOf, composeNotice } from './compose-notice';
import { DeadlineRows } from './deadline-rows';
import { laddersOf } from './ladders-of';
import { ledgerError } from './ledger.errors';
import { type Decision, type ProposedReminder, ReminderRows } from './reminder-rows';
import { settleProposals } from './settle-proposals';

/**
 * What a person decides about levels that the system proposed (DOMAIN 2.8: only the first is automatic): released, they go
 * to whom the ladder names; declined, they rest with the reason. All of them, or none.
 */
export async function decideProposals(
  tx: Transaction,
  ids: IdFactory,
  book: DeadlineBook,
  reminderIds: readonly Id[],
  decision: Decision,
): Promise<readonly ProposedReminder[]> {
  const reminders = new ReminderRows(tx, book.schema);
  const proposals = await reminders.lock(reminderIds);
  if (proposals.length === 0 || proposals.length < new Set(reminderIds).size) throw ledgerError('REMINDER_NOT_FOUND');
  for (const { level } of proposals) decision.assertMay(level);
  if (proposals.some(({ state }) => state !== 'PROPOSED')) throw ledgerError('REMINDER_DECIDED');
  if (decision.state === 'DECLINED' && !decision.note?.trim()) throw ledgerError('DECLINE_REASON_REQUIRED');
  let told: readonly Id[] = [];
  if (decision.state === 'RELEASED') {
    const deadlines = await new DeadlineRows(tx, book.schema).lock(proposals);
    const pairs = proposals.map((proposal) => ({ proposal, deadline: stillOpen(proposal, deadlines) }));
    told = await release(tx, ids, book, pairs, decision);
  }
  await reminders.decide(reminderIds, decision, told);
  settleProposals(tx, book, proposals);
  return proposals;
}

interface Pair {
  readonly proposal: ProposedReminder;
  readonly deadline: OpenDeadline;
}

/** The very clock the level was proposed for: one that was done, or moved since, makes it void. */
function stillOpen(proposal: ProposedReminder, deadlines: readonly OpenDeadline[]): OpenDeadline {
  const open = deadlines.find(
    ({ subjectId, partId, obligation, dueAt }) =>
      subjectId === proposal.subjectId &&
      partId === proposal.partId &&
      obligation === proposal.obligation &&
      dueAt.getTime() === proposal.dueAt.getTime(),
  );
  if (!open) throw ledgerError('REMINDER_LAPSED');
  return open;
}

/** Sends the levels to whom the ladder names; the ids of those that units are told of. */
async function release(
  tx: Transaction,
  ids: IdFactory,
  book: DeadlineBook,
  pairs: readonly Pair[],
  decision: Decision,
): Promise<readonly Id[]> {
  const told: Id[] = [];
  const deadlines = pairs.map(({ deadline }) => deadline);
  const matters = await book.describe(tx, deadlines);
  const ladders = await laddersOf(tx, book.schema);
  const rows = new DeadlineRows(tx, book.schema);
  for (const [index, { proposal, deadline }] of pairs.entries()) {
    const matter: Matter | null = matters[index] ?? null;
    if (matter === null) throw ledgerError('REMINDER_LAPSED');
    const ladder = ladderOf(ladders, deadline, matter.urgency);
    const step = ladder?.steps.find(({ code }) => code === proposal.step.split('#')[0]);
    if (step?.inWriting && !decision.documentNumber?.trim()) throw ledgerError('SUPERVISION_NUMBER_REQUIRED');
    const notice = composeNotice(book, {
      committeeId: tx.committeeId,
      noticeId: ids.next(),
      kind: 'REMINDER',
      addressees: addresseesOf({ addressees: step?.addressees ?? ['UNIT_DESK'] }, deadline, matter),
      deadline,
      matter,
      level: proposal.level,
      channels: step?.channels,
      now: tx.now,
      note: decision.note,
    });
    tx.emit(noticeRequested, deadline.subjectId, notice);
    await rows.raise([deadline], proposal.level);
    if (matter.owedBy === 'UNIT') told.push(proposal.reminderId);
  }
  return told;
}
