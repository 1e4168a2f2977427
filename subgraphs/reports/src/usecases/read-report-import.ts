import type { Id, ImportProblem } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { type ImportRow, importProblemPage, shownImport } from '../data/report-import.read-model';
import { workbookError } from '../domain/workbook/workbook.errors';

const SHOWN = 100;

/** An import with the first of its problems: as many as a person reads before he mends the file. */
export async function readReportImport(
  tx: ReadTransaction,
  importId: Id,
): Promise<ImportRow & { readonly problems: readonly ImportProblem[] }> {
  const row = await shownImport(tx, importId);
  if (row === null) throw workbookError('WORKBOOK_SUBJECT_NOT_FOUND');
  const { problems } = await importProblemPage(tx, importId, null);
  return { ...row, problems: problems.slice(0, SHOWN) };
}
