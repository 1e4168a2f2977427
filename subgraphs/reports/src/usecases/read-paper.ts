import type { Id, PaperPage } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { namesOf, taskCounts, taskSums } from '../data/paper.read-model';
import { reportsById } from '../data/report.read-model';
import { filesOfReports } from '../data/report-file.read-model';
import { reportSight } from '../data/report-sight';
import { workbookReports, workbookTask } from '../data/task-workbook.read-model';
import { referencesIn } from '../domain/field-references';
import { paperError } from '../domain/paper/paper.errors';
import { reportPaper } from '../domain/paper/report-paper';
import { taskPaperHead } from '../domain/paper/task-paper';
import { resultCells } from '../domain/workbook/task-sheets';
import { showContents } from './show-content';

export const PAPER_SUBJECTS = ['REPORTS', 'REPORT_TASKS'] as const;

export interface PaperSubject {
  readonly kind: (typeof PAPER_SUBJECTS)[number];
  readonly id: Id;
}

export interface PaperPageAsked extends PaperSubject {
  readonly after?: string | null;
}

/** 文稿: a report as whoever asks may read it, or what came in for a task. */
export const paperPage = (tx: ReadTransaction, now: Date, asked: PaperPageAsked): Promise<PaperPage> =>
  asked.kind === 'REPORTS' ? paperOfReport(tx, asked.id) : paperOfTask(tx, now, asked);

async function paperOfReport(tx: ReadTransaction, reportId: Id): Promise<PaperPage> {
  const report = (await reportsById(tx, [reportId])).get(reportId);
  const content = (await showContents(tx, [reportId])).get(reportId);
  const { drafts } = await reportSight(tx);
  if (!report || !content || (!drafts && report.submittedNumber === null)) throw paperError('PAPER_SUBJECT_NOT_FOUND');
  const { unitIds, organizationIds } = referencesIn(content.values);
  const names = await namesOf(tx, [...unitIds, ...organizationIds, report.unitId]);
  const files = (await filesOfReports(tx, [reportId])).get(reportId) ?? [];
  const unitName = names.get(report.unitId) ?? report.organizationName;
  return {
    name: `${report.title}-${unitName}`,
    records: 1,
    recordsHere: 1,
    blocks: reportPaper({ ...report, unitName }, { ...content, names, files: files.map(({ fileName }) => fileName) }),
    endCursor: null,
  };
}

/** The first page says how the task stands; the units stand in one table over all pages. */
async function paperOfTask(tx: ReadTransaction, now: Date, { id, after = null }: PaperPageAsked): Promise<PaperPage> {
  const task = await workbookTask(tx, id);
  if (task === null) throw paperError('PAPER_SUBJECT_NOT_FOUND');
  const { reports, endCursor } = await workbookReports(tx, id, 'HANDED_IN', after);
  const head = after === null ? taskPaperHead(task, await taskCounts(tx, id, now), await taskSums(tx, id), now) : [];
  const more = reports.map((report) => [String(report.no), ...resultCells(report).map((cell) => cell ?? '')]);
  return {
    name: `${task.title}-${task.periodKey}-汇总`,
    records: task.reports,
    recordsHere: reports.length,
    blocks: [...head, { more }],
    endCursor,
  };
}
