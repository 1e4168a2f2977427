import { type Id, type LocalDate, normalizeNote } from '@hub/core';
import { requirePerson, type Transaction, workingTimeOf } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { ReportReturnRepository } from '../data/report-return.repository';
import {
  assertMarks,
  assertReturnReasons,
  type FieldMark,
  type ReportReturnReason,
  type ResubmissionLimit,
  resubmissionLimit,
} from '../domain/report-return';
import type { ReportsContext } from './context';
import { assertTaskAsks, lockForDecision, type ReportDecision } from './lock-report';
import { moveReport } from './move-report';
import { tellReturned } from './tell-returned';

export interface ReturnReportInput extends ReportDecision {
  readonly reasons: readonly ReportReturnReason[];
  /** What is wrong with single fields. */
  readonly marks?: readonly { readonly key: string; readonly note?: string | null }[] | null;
  readonly note?: string | null;
  /** Until when it is handed in again; some working days when it is left out. */
  readonly until?: LocalDate | null;
}

/** 退回: with coded reasons and marked fields; the unit goes on with what it handed in, on a clock of its own. */
export async function returnReport(ctx: ReportsContext, input: ReturnReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const note = normalizeNote('退回说明', input.note);
  const reasons = [...new Set(input.reasons)];
  assertReturnReasons(reasons, note);
  const marks = cleanMarks(input);
  return ctx.command('returnReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'returnReport', input);
    const { report, form } = locked;
    assertTaskAsks(form);
    const limit = await newLimit(tx, report, input.until ?? null);
    const dueAt = limit?.dueAt ?? null;
    const returned = await moveReport(tx, ctx.ids, locked, {
      act: 'RETURN',
      action: 'returnReport',
      change: { resubmitDueAt: dueAt, returnCount: report.returnCount + 1 },
      limit,
      detail: { reasons, marked: marks.map(({ key }) => key), resubmitDueAt: dueAt },
    });
    assertMarks(marks, form.fields);
    const visibility = 'COMMITTEE';
    await new ReportReturnRepository(tx).insert(report, { visibility, reasons, marks, note, dueAt }, person);
    tellReturned(tx, ctx.ids, returned, reasons, note);
    return report.reportId;
  });
}

function cleanMarks({ marks }: ReturnReportInput): FieldMark[] {
  return (marks ?? []).map(({ key, note }) => ({ key, note: normalizeNote('标注', note) }));
}

async function newLimit(
  tx: Transaction,
  { dueAt }: ReportEntity,
  until: LocalDate | null,
): Promise<ResubmissionLimit | null> {
  return resubmissionLimit({ dueAt, until, now: tx.now, time: await workingTimeOf(tx, 'reports') });
}

/** 采纳. */
export async function acceptReport(ctx: ReportsContext, input: ReportDecision): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('acceptReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'accept', input);
    const change = { acceptedAt: tx.now, acceptedByName: person.displayName };
    await moveReport(tx, ctx.ids, locked, { act: 'ACCEPT', action: 'acceptReport', change });
    return input.reportId;
  });
}

export interface CommendReportInput extends ReportDecision {
  /** False takes the mark back. */
  readonly excellent: boolean;
}

/** 评为优秀: a mark beside the acceptance; statistics of reports, and nothing that a unit is judged by (X3). */
export async function commendReport(ctx: ReportsContext, input: CommendReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { excellent } = input;
  return ctx.command('commendReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'commend', input);
    const change = excellent
      ? { excellentAt: tx.now, excellentByName: person.displayName }
      : { excellentAt: null, excellentByName: null };
    await moveReport(tx, ctx.ids, locked, { act: 'COMMEND', action: 'commendReport', change, detail: { excellent } });
    return input.reportId;
  });
}
