import type { Id } from '@hub/core';
import { requirePerson, type UseCaseContext } from '@hub/persistence';

import type { DeadlineBook } from '../book';
import { ledgerError } from '../ledger/ledger.errors';
import { ledgerText } from '../ledger/ledger-text';
import { ReminderRows } from '../ledger/reminder-rows';
import { deadlinePolicy } from './deadline.policy';

export interface AnswerReminderInput {
  readonly reminderId: Id;
  readonly text: string;
}

/** States in which the unit was told. */
const TOLD = ['SENT', 'RELEASED', 'URGED'];

/** 催办答复: what the unit says to a reminder; the office writes down what it heard on the telephone. Once, and for good. */
export function answerReminder(ctx: UseCaseContext, book: DeadlineBook, input: AnswerReminderInput): Promise<Id> {
  const person = requirePerson(ctx);
  const text = ledgerText(input.text);
  if (text === null) throw ledgerError('REMINDER_ANSWER_REQUIRED');
  return ctx.command(`${book.schema}.answerReminder`, input, async (tx) => {
    const reminders = new ReminderRows(tx, book.schema);
    const reminder = await reminders.lockToAnswer(input.reminderId);
    if (reminder === null) throw ledgerError('REMINDER_NOT_FOUND');
    const { committeeId } = tx;
    const { subjectId, partId, obligation, unitId, reminderId } = reminder;
    deadlinePolicy.assertMay(person, 'answerReminder', { committeeId, unitId });
    if (!TOLD.includes(reminder.state)) throw ledgerError('REMINDER_NOT_SENT');
    if (reminder.answeredAt !== null) throw ledgerError('REMINDER_ANSWERED');
    await reminders.answer(reminderId, { text, accountId: person.accountId, name: person.displayName });
    tx.audit({
      action: 'answerReminder',
      objectType: 'reminder',
      objectId: subjectId,
      partId,
      after: { reminderId, obligation, answer: text },
    });
    return reminderId;
  });
}
