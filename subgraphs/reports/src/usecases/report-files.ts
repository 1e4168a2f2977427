import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ReportFileRepository } from '../data/report-file.repository';
import { refuseProblems } from '../domain/check-values';
import type { FieldValues } from '../domain/field-value';
import { fileIdsOf, fileProblems } from '../domain/report-files';
import type { TemplateField } from '../domain/template-field';

/** What a version of a report says, and by which fields. */
export interface ReportContent {
  readonly reportId: Id;
  readonly fields: readonly TemplateField[];
  readonly values: FieldValues;
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
