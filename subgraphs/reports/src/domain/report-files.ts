import type { Id } from '@hub/core';

import { type FieldProblem, fieldProblem } from './field-problem';
import { type FieldValue, type FieldValues, valueAt } from './field-value';
import { reportError } from './report.errors';
import { nextReportState, type ReportState } from './report-state';
import type { TemplateField } from './template-field';

/** Throws what saving would: files come and go while words may be written. */
export function assertFilesOpen(report: { readonly state: ReportState; readonly firstSubmittedAt: Date | null }): void {
  nextReportState({ ...report, signatureNeeded: false }, 'SAVE');
}

/** Throws REPORT_FILE_HANDED_IN. */
export function assertNotHandedIn({ handedInAt }: { readonly handedInAt: Date | null }): void {
  if (handedInAt !== null) throw reportError('REPORT_FILE_HANDED_IN');
}

/** The files that a version refers to, each once. */
export function fileIdsOf(values: FieldValues): readonly Id[] {
  return [...new Set(Object.values(values).flatMap(idsIn))];
}

/** What refers to files that are not `known` as the report's own. */
export function fileProblems(
  fields: readonly TemplateField[],
  values: FieldValues,
  known: ReadonlySet<Id>,
): readonly FieldProblem[] {
  return fields
    .filter(({ key }) => idsIn(valueAt(values, key)).some((id) => !known.has(id)))
    .map((field) => fieldProblem(field, 'FILE_NOT_FOUND'));
}

const idsIn = (value: FieldValue | null): readonly Id[] => (value?.type === 'FILE' ? value.fileIds : []);
