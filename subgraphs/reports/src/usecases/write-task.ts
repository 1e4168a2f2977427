import { type Id, type IdFactory, rowsBy } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportTaskEntity } from '../data/report-task.entity';
import { ReportTaskRepository } from '../data/report-task.repository';
import { TallyRepository } from '../data/tally.repository';
import { type AskedReport, TaskReportsRepository } from '../data/task-reports.repository';
import { UnitBurdenRepository } from '../data/unit-burden.repository';
import { askOf } from '../domain/burden';
import type { ReportState } from '../domain/report-state';
import { contribution, tallies } from '../domain/tally';
import type { PreparedTask } from './prepare-task';
import { ReportDeadlines } from './report-deadlines';
import { TASK_NEWS, tellTask } from './tell-task';

/** Who opens a task: a person, or the plan that it comes from. */
export interface Opening {
  readonly planId: Id | null;
  readonly accountId: Id | null;
  readonly name: string;
  readonly duplicateReason: string | null;
}

/** The task, a report for each organisation, their clocks, the tally and what it adds to the burden: all or nothing. */
export async function writeTask(
  tx: Transaction,
  ids: IdFactory,
  prepared: PreparedTask,
  opening: Opening,
): Promise<Id> {
  const task = taskOf(tx, ids.next(), prepared, opening);
  const { taskId, title, dueAt } = task;
  const reports = prepared.organizations.map((organization) => ({
    ...organization,
    reportId: ids.next(),
    settledByReceipt: prepared.answered.get(organization.organizationId) ?? null,
  }));
  await new ReportTaskRepository(tx).insert(task);
  await new TaskReportsRepository(tx, taskId).open(task, reports);
  await countAsked(tx, ids, taskId, reports);
  await new UnitBurdenRepository(tx).addAsked(taskId, askOf(prepared.template.fields, prepared.template.minutes));
  const { basis, calendarVersion } = prepared.due;
  const owed = { taskId, title, dueAt, basis, calendarVersion };
  const asked = reports.filter(({ settledByReceipt }) => settledByReceipt === null);
  await new ReportDeadlines({ ids }, tx).begin(asked.map((report) => ({ ...report, ...owed })));
  const organizationIds = asked.map(({ organizationId }) => organizationId);
  tellTask(tx, ids, task, organizationIds, TASK_NEWS.opened(dueAt));
  auditOpening(tx, task, prepared);
  return taskId;
}

function taskOf(tx: Transaction, taskId: Id, prepared: PreparedTask, opening: Opening): ReportTaskEntity {
  const { kind, title, periodKey, template, audience, organizations, due, basis, requirement, document } = prepared;
  return {
    committeeId: tx.committeeId,
    taskId,
    kind,
    title,
    periodKey,
    templateId: template.templateId,
    templateVersion: template.number,
    planId: opening.planId,
    documentId: document?.documentId ?? null,
    documentNumber: document?.documentNumber ?? null,
    documentTitle: document?.title ?? null,
    basis,
    requirement,
    audience,
    askedCount: organizations.length,
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    dueBasis: due.basis,
    dueTerm: due.counted,
    calendarVersion: due.calendarVersion,
    duplicateReason: opening.duplicateReason,
    state: 'OPEN',
    openedAt: tx.now,
    openedByAccountId: opening.accountId,
    openedByName: opening.name,
    pausedAt: null,
    closedAt: null,
    closeReason: null,
    updatedAt: tx.now,
    version: 1,
  };
}

/** One entry for each zone and nature, whatever the number of organisations; and one for those that are settled there. */
async function countAsked(tx: Transaction, ids: IdFactory, taskId: Id, reports: readonly AskedReport[]): Promise<void> {
  const places = rowsBy(reports, (report) => `${report.zoneId} ${report.nature} ${stateOf(report)}`);
  const entries = [...places.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { zoneId, nature } = first;
    const one = contribution({ state: stateOf(first), firstSubmittedAt: null, dueAt: null, excellentAt: null });
    const change = tallies.fill((counter) => one[counter] * (1 + others.length));
    return { taskId, entryId: ids.next(), zoneId, nature, change };
  });
  await new TallyRepository(tx).add(entries);
}

const stateOf = ({ settledByReceipt }: AskedReport): ReportState => (settledByReceipt === null ? 'DRAFT' : 'SETTLED');

function auditOpening(tx: Transaction, task: ReportTaskEntity, { findings, answered }: PreparedTask): void {
  const { taskId, kind, title, periodKey, templateId, templateVersion, planId, documentId, askedCount } = task;
  const { dueAt, dueBasis, duplicateReason } = task;
  const asked = {
    kind,
    title,
    periodKey,
    templateId,
    templateVersion,
    planId,
    documentId,
    askedCount,
    dueAt,
    dueBasis,
  };
  const twice = findings.length === 0 ? {} : { duplicateReason, findings };
  const settled = answered.size === 0 ? {} : { settledByReceipts: [...answered.values()] };
  const after = { ...asked, ...twice, ...settled };
  tx.audit({ action: 'openReportTask', objectType: 'reportTask', objectId: taskId, after });
}
