import type { Id, PersonActor } from '@hub/core';
import { assertVersion, type Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { ReportRepository } from '../data/report.repository';
import { type ReportForm, reportFormOf } from '../data/report-form.read-model';
import { reportError } from '../domain/report.errors';
import { type ReportVerb, reportPolicy } from '../domain/report.policy';
import { nextTaskState } from '../domain/task-state';

/** What every decision on a report names: which one, and the version it was decided on. */
export interface ReportDecision {
  readonly reportId: Id;
  readonly expectedVersion: number;
}

export interface LockedReport {
  readonly report: ReportEntity;
  readonly form: ReportForm;
}

/**
 * The report under lock, for someone who may do this to it. What was not handed in exists for its unit alone, whoever asks.
 * Throws REPORT_NOT_FOUND or what the policy throws.
 */
export async function lockReport(
  tx: Transaction,
  actor: PersonActor,
  verb: ReportVerb,
  reportId: Id,
): Promise<ReportEntity> {
  const report = await new ReportRepository(tx).lock(reportId);
  if (report === null || (report.visibility === 'UNIT' && report.unitId !== actor.unitId)) {
    throw reportError('REPORT_NOT_FOUND');
  }
  reportPolicy.assertMay(actor, verb, report);
  return report;
}

/** The same, for a decision: throws STALE_VERSION when the report has moved on since it was looked at. */
export async function lockForDecision(
  tx: Transaction,
  actor: PersonActor,
  verb: ReportVerb,
  { reportId, expectedVersion }: ReportDecision,
): Promise<LockedReport> {
  const report = await lockReport(tx, actor, verb, reportId);
  assertVersion(report.version, expectedVersion);
  return { report, form: await reportFormOf(tx, report) };
}

/** What is asked for is worked on until its task is closed, also while it waits. Throws TASK_CLOSED. */
export function assertTaskGoesOn({ taskState }: ReportForm): void {
  if (taskState !== null) nextTaskState(taskState === 'PAUSED' ? 'OPEN' : taskState, 'ANSWER');
}

/** What is asked for is handed in while its task runs. Throws TASK_CLOSED or TASK_PAUSED. */
export function assertTaskAsks({ taskState }: ReportForm): void {
  if (taskState !== null) nextTaskState(taskState, 'ANSWER');
}
