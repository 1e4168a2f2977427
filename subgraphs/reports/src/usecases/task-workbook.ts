import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { importProblemCount, importProblemPage, shownImport } from '../data/report-import.read-model';
import {
  tableRowCount,
  type WordsOf,
  type WorkbookReport,
  type WorkbookTask,
  workbookReports,
  workbookTask,
} from '../data/task-workbook.read-model';
import type { FieldValues } from '../domain/field-value';
import { filledValues } from '../domain/filled-values';
import { reportPolicy } from '../domain/report.policy';
import { MAIN_SHEET } from '../domain/workbook/form';
import { PROBLEM_COLUMNS, PROBLEM_SHEET, problemRow } from '../domain/workbook/import-problem';
import { formatMark } from '../domain/workbook/mark';
import {
  mainRow,
  type SheetRow,
  tableOf,
  tableRows,
  tablesOf,
  taskSheets,
  type WorkbookSheet,
  type WorkbookUse,
} from '../domain/workbook/task-sheets';
import { workbookError } from '../domain/workbook/workbook.errors';
import { knownValues } from './known-values';

export const WORKBOOK_SUBJECTS = ['REPORT_TASKS', 'REPORT_IMPORTS'] as const;

export interface WorkbookSubject {
  readonly kind: (typeof WORKBOOK_SUBJECTS)[number];
  readonly id: Id;
}

export interface WorkbookPageAsked extends WorkbookSubject {
  readonly sheet: string;
  readonly after?: string | null;
}

export interface WorkbookPlan {
  readonly name: string;
  readonly mark: string | null;
  /** Of all its sheets. */
  readonly rows: number;
  readonly sheets: readonly WorkbookSheet[];
}

export interface WorkbookPage {
  readonly rows: readonly SheetRow[];
  readonly endCursor: string | null;
}

/** What stands in a workbook, before its rows. */
export async function planWorkbook(tx: ReadTransaction, { kind, id }: WorkbookSubject): Promise<WorkbookPlan> {
  if (kind === 'REPORT_IMPORTS') {
    const { fileName } = await importOf(tx, id);
    return {
      name: `${fileName.replace(/\.xlsx$/i, '')}-导入问题`,
      mark: null,
      rows: await importProblemCount(tx, id),
      sheets: [PROBLEM_PLAN],
    };
  }
  const task = await taskOf(tx, id);
  const use = useOf(tx);
  const { title, periodKey, reports, fields } = task;
  return {
    name: `${title}-${periodKey}-${use === 'FORM' ? '填报' : '汇总'}`,
    mark: use === 'FORM' ? formatMark(task) : null,
    rows: reports + (await tableRowCount(tx, id, wordsOf(use), tablesOf(fields))),
    sheets: taskSheets(use, fields),
  };
}

const PROBLEM_PLAN: WorkbookSheet = {
  key: PROBLEM_SHEET,
  name: '导入问题',
  form: false,
  protected: false,
  columns: PROBLEM_COLUMNS,
};

/** A page of the rows of one sheet. */
export async function workbookPage(tx: ReadTransaction, input: WorkbookPageAsked): Promise<WorkbookPage> {
  const { kind, id, sheet, after = null } = input;
  if (kind === 'REPORT_IMPORTS') {
    await importOf(tx, id);
    const { problems, endCursor } = await importProblemPage(tx, id, after);
    return { rows: problems.map(problemRow), endCursor };
  }
  const task = await taskOf(tx, id);
  const use = useOf(tx);
  const table = sheet === MAIN_SHEET ? null : tableOf(task.fields, sheet);
  if (sheet !== MAIN_SHEET && table === null) throw workbookError('WORKBOOK_SHEET_NOT_FOUND');
  const { reports, endCursor } = await workbookReports(tx, id, wordsOf(use), after);
  const shown = await shownValues(tx, task, use, reports);
  const rows = reports.flatMap((report, index) => {
    const values = shown[index] ?? {};
    return table ? tableRows(use, table, report, values) : [mainRow(use, task.fields, report, values)];
  });
  return { rows, endCursor };
}

/** What was handed in stands as it was; before that, what the hub holds is as of now. */
async function shownValues(
  tx: ReadTransaction,
  { fields, periodKey }: WorkbookTask,
  use: WorkbookUse,
  reports: readonly WorkbookReport[],
): Promise<readonly FieldValues[]> {
  if (use === 'RESULTS') return reports.map(({ values }) => values);
  const targets = reports.map(({ organizationId, unitId }) => ({ organizationId, unitId, periodKey }));
  const known = await knownValues(tx, fields, targets);
  return reports.map(({ values }, index) => filledValues(fields, values, known[index]));
}

async function taskOf(tx: ReadTransaction, taskId: Id): Promise<WorkbookTask> {
  const task = await workbookTask(tx, taskId);
  if (task === null) throw workbookError('WORKBOOK_SUBJECT_NOT_FOUND');
  return task;
}

async function importOf(tx: ReadTransaction, importId: Id) {
  const found = await shownImport(tx, importId);
  if (found === null) throw workbookError('WORKBOOK_SUBJECT_NOT_FOUND');
  return found;
}

/** Who reads for his own unit only fills in; whoever reads further sees what was handed in. */
const useOf = ({ actor }: ReadTransaction): WorkbookUse =>
  reportPolicy.reachOf(actor, 'read') === 'OWN_UNIT' ? 'FORM' : 'RESULTS';

const wordsOf = (use: WorkbookUse): WordsOf => (use === 'FORM' ? 'NEWEST' : 'HANDED_IN');
