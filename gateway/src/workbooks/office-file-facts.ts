import { canonicalJson, textDigest } from '@hub/core';

import type { ExportFacts } from '../exports';
import type { Subject } from './workbooks.type';

const NO_VARIABLES = textDigest(canonicalJson({}));

/** A file as the log of exports knows it: by its kind, since titles of tasks are not for those who read the log. */
export const officeFileFacts = (
  documentName: string,
  { kind, id }: Subject<string>,
  format: ExportFacts['format'],
  isBulk: boolean,
): ExportFacts => ({
  documentId: `${kind}/${id}`,
  documentName,
  format,
  variablesDigest: NO_VARIABLES,
  isBulk,
});
