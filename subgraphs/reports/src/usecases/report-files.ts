import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { ReportFileRepository } from '../data/report-file.repository';
import { reportFormOf } from '../data/report-form.read-model';
import { refuseProblems } from '../domain/check-values';
import type { FieldValues } from '../domain/field-value';
import { assertFilesOpen, fileIdsOf, fileProblems } from '../domain/report-files';
import type { TemplateField } from '../domain/template-field';
import { assertTaskGoesOn, lockReport } from './lock-report';

/** What a version of a report says, and by which fields. */
export interface ReportContent {
  readonly reportId: Id;
  readonly fields: readonly TemplateField[];
  readonly values: FieldValues;
}

/** The report under lock, for whoever may add files to it or take them away: what may save it. */
export async function lockForFiles(tx: Transaction, person: PersonActor, reportId: Id): Promise<ReportEntity> {
  const report = await lockReport(tx, person, 'save', reportId);
  assertTaskGoesOn(await reportFormOf(tx, report));
  assertFilesOpen(report);
  return report;
}

/** Throws REPORT_FIELDS_INVALID when it refers to what is no file of the report, or was removed. */
export async function assertFilesKnown(tx: Transaction, content: ReportContent): Promise<void> {
  const { reportId, fields, values } = content;
  const known = await new ReportFileRepository(tx).known(reportId, fileIdsOf(values));
  refuseProblems(fileProblems(fields, values, known));
}

/** The same for what is handed in; its files stay, and the office may have them from now on. */
export async function handInFiles(tx: Transaction, content: ReportContent): Promise<void> {
  await assertFilesKnown(tx, content);
  await new ReportFileRepository(tx).handIn(content.reportId, fileIdsOf(content.values));
}
