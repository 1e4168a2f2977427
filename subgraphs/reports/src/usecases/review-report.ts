import { type Id, normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReportReturnRepository } from '../data/report-return.repository';
import { ReportVersionRepository } from '../data/report-version.repository';
import { reportError } from '../domain/report.errors';
import type { ReportsContext } from './context';
import { assertTaskGoesOn, lockForDecision, type ReportDecision } from './lock-report';
import { assertMoves, moveReport } from './move-report';
import { assertComplete, draftVisibility, freezeContent } from './report-content';

/** 送审: to a leader of the unit, and whole. */
export async function sendReportForReview(ctx: ReportsContext, input: ReportDecision): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('sendReportForReview', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'sendForReview', input);
    assertTaskGoesOn(locked.form);
    await moveReport(tx, ctx.ids, locked, { act: 'SEND_FOR_REVIEW', action: 'sendReportForReview' });
    await assertComplete(tx, locked);
    return input.reportId;
  });
}

/** 签发: the words stay as they are signed, with what the hub knew on that day. */
export async function signReport(ctx: ReportsContext, input: ReportDecision): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('signReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'sign', input);
    assertTaskGoesOn(locked.form);
    assertMoves(locked, 'SIGN');
    const signed = { signedAt: tx.now, signedByAccountId: person.accountId, signedByName: person.displayName };
    const { number } = await freezeContent(tx, locked, person);
    await moveReport(tx, ctx.ids, locked, {
      act: 'SIGN',
      action: 'signReport',
      change: { ...signed, contentNumber: number },
      detail: { contentNumber: number },
    });
    return input.reportId;
  });
}

export interface SendReportBackInput extends ReportDecision {
  readonly note: string;
}

/** 单位内退回: to whoever wrote it, before the office has seen it; a signature falls with the words it was given for. */
export async function sendReportBack(ctx: ReportsContext, input: SendReportBackInput): Promise<Id> {
  const person = requirePerson(ctx);
  const note = normalizeNote('退回说明', input.note);
  if (note === null) throw reportError('REPORT_RETURN_REASON_REQUIRED');
  return ctx.command('sendReportBack', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'sendBack', input);
    const { report } = locked;
    await moveReport(tx, ctx.ids, locked, {
      act: 'SEND_BACK',
      action: 'sendReportBack',
      change: { signedAt: null, signedByAccountId: null, signedByName: null },
    });
    await new ReportVersionRepository(tx).freeze(report.reportId, report.contentNumber);
    await new ReportReturnRepository(tx).insert(
      report,
      { visibility: draftVisibility(person), reasons: [], marks: [], note, dueAt: null },
      person,
    );
    return input.reportId;
  });
}
