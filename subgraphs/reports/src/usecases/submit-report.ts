import type { Id, PersonActor } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import type { ReportChange } from '../data/report.repository';
import { ReportVersionRepository } from '../data/report-version.repository';
import { reportError } from '../domain/report.errors';
import type { ReportsContext } from './context';
import { keepHandedIn } from './keep-handed-in';
import { assertTaskAsks, lockForDecision, type ReportDecision } from './lock-report';
import { assertMoves, moveReport } from './move-report';
import { type Content, contentToHandIn } from './report-content';
import { handInFiles } from './report-files';

export interface SubmitReportInput extends ReportDecision {
  /** 非涉密承诺. */
  readonly notClassifiedPledge: boolean;
  /** 是否可公开: whether the office may show it to other units. */
  readonly publicAllowed: boolean;
  /** 填报用时, as the unit says it. */
  readonly minutesSpent?: number | null;
}

const MOST_MINUTES = 10_000;

/** 报送: the words become the office's to see, as they are now; late or not goes by the first time. */
export async function submitReport(ctx: ReportsContext, input: SubmitReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  if (!input.notClassifiedPledge) throw reportError('PLEDGE_REQUIRED');
  assertMinutes(input.minutesSpent ?? null);
  return ctx.command('submitReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'submit', input);
    const { report, form } = locked;
    assertTaskAsks(form);
    assertMoves(locked, 'SUBMIT');
    const content = await contentToHandIn(tx, locked, person);
    const submitted = await moveReport(tx, ctx.ids, locked, {
      act: 'SUBMIT',
      action: 'submitReport',
      change: handingIn(tx, report, person, content, input),
      detail: { contentNumber: content.number, minutesSpent: input.minutesSpent ?? null },
    });
    await new ReportVersionRepository(tx).show(report.reportId, content.number);
    await handInFiles(tx, { reportId: report.reportId, fields: form.fields, values: content.values });
    await keepHandedIn(tx, ctx.ids, locked, submitted, content.values);
    return report.reportId;
  });
}

function handingIn(
  tx: Transaction,
  { firstSubmittedAt, minutesSpent }: ReportEntity,
  person: PersonActor,
  { number }: Content,
  input: SubmitReportInput,
): ReportChange {
  return {
    visibility: 'COMMITTEE',
    contentNumber: number,
    submittedNumber: number,
    pledgedAt: tx.now,
    publicAllowed: input.publicAllowed,
    firstSubmittedAt: firstSubmittedAt ?? tx.now,
    submittedAt: tx.now,
    submittedByAccountId: person.accountId,
    submittedByName: person.displayName,
    minutesSpent: input.minutesSpent ?? minutesSpent,
    resubmitDueAt: null,
  };
}

function assertMinutes(minutes: number | null): void {
  if (minutes !== null && (minutes < 1 || minutes > MOST_MINUTES)) throw reportError('MINUTES_INVALID');
}
