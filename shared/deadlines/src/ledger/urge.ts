import { type NoticeAddressee, noticeRequested } from '@hub/contracts';
import type { Id, IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DeadlineBook, DeadlineKey, Matter, OpenDeadline } from '../book';
import { composeNotice } from './compose-notice';
import { DeadlineRows } from './deadline-rows';
import { ledgerError } from './ledger.errors';
import { type DecidedBy, type ReminderChannel, ReminderRows } from './reminder-rows';

export interface Urging {
  readonly level: number;
  readonly channel: ReminderChannel;
  /** What was said; asked for when it was said outside the hub. */
  readonly note: string | null;
  readonly by: DecidedBy;
}

/** 四级督办. */
export const HIGHEST_LEVEL = 4;

/** Throws URGE_LEVEL_INVALID or URGE_NOTE_REQUIRED. */
function assertUrging({ level, channel, note }: Pick<Urging, 'level' | 'channel' | 'note'>): void {
  if (!Number.isInteger(level) || level < 1 || level > HIGHEST_LEVEL) throw ledgerError('URGE_LEVEL_INVALID');
  if (channel !== 'HUB' && !note?.trim()) throw ledgerError('URGE_NOTE_REQUIRED');
}

/**
 * 催办 by a person: an entry for each deadline in the ledger of its reminders, and a notice unless it was said otherwise
 * (by telephone). The caller has decided that this person may. Throws NOTHING_TO_URGE when one of them is not open.
 */
export async function urge(
  tx: Transaction,
  ids: IdFactory,
  book: DeadlineBook,
  keys: readonly DeadlineKey[],
  urging: Urging,
): Promise<void> {
  assertUrging(urging);
  const rows = new DeadlineRows(tx, book.schema);
  const deadlines = await rows.lock(keys);
  if (deadlines.length === 0 || deadlines.length < keys.length) throw ledgerError('NOTHING_TO_URGE');
  const matters = await book.describe(tx, deadlines);
  const entries = deadlines.map((deadline, index) => ({
    deadline,
    reminderId: ids.next(),
    matter: matters[index] ?? null,
  }));
  await new ReminderRows(tx, book.schema).enter(
    entries.map(({ deadline, reminderId, matter }) => ({
      ...entryOf(deadline, reminderId, urging),
      // What the office owes itself is not shown to the unit that waits for it.
      shownTo: matter?.owedBy === 'OFFICE' ? 'OFFICE' : 'UNIT',
      plannedAt: tx.now,
    })),
  );
  await rows.raise(deadlines, urging.level);
  if (urging.channel !== 'HUB') return;
  for (const { deadline, reminderId, matter } of entries) {
    if (matter === null) continue;
    const notice = composeNotice(book, {
      committeeId: tx.committeeId,
      noticeId: reminderId,
      kind: 'REMINDER',
      addressees: urgedPeople(deadline, matter, urging.level),
      deadline,
      matter,
      level: urging.level,
      now: tx.now,
      note: urging.note,
    });
    tx.emit(noticeRequested, deadline.subjectId, notice);
  }
}

function entryOf(deadline: OpenDeadline, reminderId: Id, { level, channel, note, by }: Urging) {
  const { subjectId, partId, obligation, startedAt, dueAt, organizationId, unitId } = deadline;
  return {
    subjectId,
    partId,
    obligation,
    startedAt,
    dueAt,
    step: `URGE_${reminderId}`,
    reminderId,
    level,
    state: 'URGED' as const,
    organizationId,
    unitId,
    channel,
    noticeId: channel === 'HUB' ? reminderId : null,
    note,
    decidedBy: by,
  };
}

/** From the second level on, the leaders of the unit are told as well. */
function urgedPeople({ organizationId }: OpenDeadline, { owedBy, urgency }: Matter, level: number): NoticeAddressee[] {
  if (owedBy === 'OFFICE') return [{ to: 'OFFICE' }];
  const people: NoticeAddressee[] = [{ to: 'UNIT_DESK', organizationId }];
  if (level > 1) people.push({ to: 'UNIT_LEADER', organizationId });
  if (urgency === 'EXTRA_URGENT') people.push({ to: 'DUTY_POST', organizationId });
  return people;
}
