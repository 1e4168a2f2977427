import type { Id } from '@hub/core';
import type { HubContext } from '@hub/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { answerReminder } from '../agenda/answer-reminder';
import { declineReminders, releaseReminders } from '../agenda/decide-reminders';
import type { AgendaSource } from '../agenda/read-agenda';
import { remindersById } from '../agenda/reminder-history';
import { ledgerError } from '../ledger/ledger.errors';
import { AnswerReminderInput, DeclineRemindersInput, ReleaseRemindersInput } from './agenda.input';
import { Reminder, toReminder } from './reminder.type';

/** Mutations of one subgraph: its name tells them apart in the graph. */
export interface ReminderNames {
  readonly release: string;
  readonly decline: string;
  readonly answer: string;
}

export function reminderNames(schema: string): ReminderNames {
  const Schema = `${schema.charAt(0).toUpperCase()}${schema.slice(1)}`;
  return {
    release: `release${Schema}Reminders`,
    decline: `decline${Schema}Reminders`,
    answer: `answer${Schema}Reminder`,
  };
}

export function reminderResolver(source: AgendaSource, names: ReminderNames): new () => object {
  const { book } = source;
  const show = async (ctx: HubContext, reminderIds: readonly Id[]): Promise<Reminder[]> =>
    (await ctx.read((tx) => remindersById(tx, source, reminderIds))).map(toReminder);

  @Resolver()
  class ReminderResolver {
    @Mutation(() => [Reminder], {
      name: names.release,
      description:
        '发出待确认的催办（一级：核稿、登记、工委领导；二级以上：核稿、工委领导）：按梯度告知应告知的人。错误：ROLE_NOT_ALLOWED、REMINDER_NOT_FOUND、REMINDER_DECIDED、REMINDER_LAPSED、REMINDER_COUNT、SUPERVISION_NUMBER_REQUIRED、LEDGER_TEXT_TOO_LONG、LEDGER_TEXT_CONTROL。',
    })
    async release(
      @Arg('input', () => ReleaseRemindersInput) input: ReleaseRemindersInput,
      @Ctx() ctx: HubContext,
    ): Promise<Reminder[]> {
      return show(ctx, await releaseReminders(ctx, book, input));
    }

    @Mutation(() => [Reminder], {
      name: names.decline,
      description:
        '对待确认的催办不予发出，理由留在台账。权限同发出。错误：ROLE_NOT_ALLOWED、REMINDER_NOT_FOUND、REMINDER_DECIDED、REMINDER_COUNT、DECLINE_REASON_REQUIRED、LEDGER_TEXT_TOO_LONG、LEDGER_TEXT_CONTROL。',
    })
    async decline(
      @Arg('input', () => DeclineRemindersInput) input: DeclineRemindersInput,
      @Ctx() ctx: HubContext,
    ): Promise<Reminder[]> {
      return show(ctx, await declineReminders(ctx, book, input));
    }

    @Mutation(() => Reminder, {
      name: names.answer,
      description:
        '答复催办：单位答复；电话答复的由工委核稿、登记代记。每次催办答复一次。错误：REMINDER_NOT_FOUND、REMINDER_NOT_SENT、REMINDER_ANSWERED、REMINDER_ANSWER_REQUIRED、LEDGER_TEXT_TOO_LONG、LEDGER_TEXT_CONTROL。',
    })
    async answer(
      @Arg('input', () => AnswerReminderInput) input: AnswerReminderInput,
      @Ctx() ctx: HubContext,
    ): Promise<Reminder> {
      const [reminder] = await show(ctx, [await answerReminder(ctx, book, input)]);
      if (reminder === undefined) throw ledgerError('REMINDER_NOT_FOUND');
      return reminder;
    }
  }

  return ReminderResolver;
}
