import { reportChanged } from '@hub/contracts';
import type { IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { MovableReport } from '../data/movable-report';
import { type ReportChange, ReportRepository } from '../data/report.repository';
import type { ReportForm } from '../data/report-form.read-model';
import { TallyRepository } from '../data/tally.repository';
import { nextReportState, type ReportAct } from '../domain/report-state';
import { tallyDelta } from '../domain/tally';
import { followOwed } from './follow-owed';
import type { OwedBy } from './report-deadlines';

export interface ReportMove {
  readonly act: ReportAct;
  /** The use case, as the audit trail names it. */
  readonly action: string;
  readonly change?: ReportChange;
  /** Until when it is owed again, where the act brings that about. */
  readonly limit?: OwedBy | null;
  /** What the audit trail keeps beside the states; never words of the report. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A report under lock; whoever moves it may know more of it than moving needs. */
export interface Moving<Report extends MovableReport = MovableReport> {
  readonly report: Report;
  readonly form: Pick<ReportForm, 'signatureNeeded'>;
}

/** For acts that look at the words first: who is too late learns that, and nothing about them. */
export function assertMoves({ report, form: { signatureNeeded } }: Moving, act: ReportAct): void {
  nextReportState({ ...report, signatureNeeded }, act);
}

/**
 * One act on a report under lock: state, version, tally, clock, event and audit, or a refusal. Nothing here is shared between
 * reports, so that a hundred units that hand in at once do not wait for each other.
 */
export async function moveReport<Report extends MovableReport>(
  tx: Transaction,
  ids: IdFactory,
  { report, form }: Moving<Report>,
  { act, action, change, limit = null, detail }: ReportMove,
): Promise<Report> {
  const { signatureNeeded } = form;
  const state = nextReportState({ ...report, signatureNeeded }, act);
  const moved: Report = { ...report, ...change, state, updatedAt: tx.now, version: report.version + 1 };
  await new ReportRepository(tx).change(report.reportId, { ...change, state });
  await countIn(tx, ids, report, moved);
  await followOwed(tx, ids, report, moved, limit);
  tellChanged(tx, moved);
  tx.audit({
    action,
    objectType: 'report',
    objectId: report.reportId,
    before: { state: report.state },
    after: { state, ...detail },
  });
  return moved;
}

async function countIn(tx: Transaction, ids: IdFactory, before: MovableReport, after: MovableReport): Promise<void> {
  const { taskId, zoneId, nature } = before;
  if (taskId === null) return;
  await new TallyRepository(tx).add([
    { entryId: ids.next(), taskId, zoneId, nature, change: tallyDelta(before, after) },
  ]);
}

/** Tells other subgraphs how a report stands now. */
function tellChanged(tx: Transaction, report: MovableReport): void {
  const { reportId, taskId, organizationId, unitId, kind, state, version } = report;
  const { committeeId } = tx;
  tx.emit(reportChanged, reportId, {
    committeeId,
    reportId,
    taskId,
    organizationId,
    unitId,
    kind,
    state,
    version,
  });
}
