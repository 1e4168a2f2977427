import { canonicalJson, textDigest } from '@hub/core';

import type { ExportFacts } from '../exports';
import type { Subject, SubjectKind } from './workbooks.type';

/** What the log of exports calls a file: by its kind, since titles of tasks are not for those who read the log. */
const NAMES: Readonly<Record<SubjectKind, string>> = {
  'report-tasks': 'ReportTaskFile',
  'report-imports': 'ReportImportFile',
};

const NO_VARIABLES = textDigest(canonicalJson({}));

export const factsOf = ({ kind, id }: Subject, format: ExportFacts['format'], isBulk: boolean): ExportFacts => ({
  documentId: `${kind}/${id}`,
  documentName: NAMES[kind],
  format,
  variablesDigest: NO_VARIABLES,
  isBulk,
});
