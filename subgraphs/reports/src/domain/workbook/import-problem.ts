import type { ImportProblem } from '@hub/core';

import { type FormColumn, lockedColumn } from './form';

/** What can be wrong with a row of a workbook beside its values. */
const ROW_MESSAGES = {
  CELL_FORMULA: '是公式，请改填数值或文字',
  CELL_ERROR: '是公式错误值，请改填数值或文字',
  CELL_MERGED: '是合并单元格，请取消合并后逐行填写',
  MONEY_FORM: '须填以元为单位的金额，至多两位小数，如 1234.50',
  ROW_WITHOUT_NUMBER: '没有填写，无法判断此行属于哪个报送',
  ROW_ORPHANED: '在填报表中没有对应的行',
  ROW_TWICE: '在填报表中出现不止一次',
  ROW_FOREIGN: '所标的报送不属于本任务或本单位，请重新下载工作簿',
} as const;

export type RowProblemReason = keyof typeof ROW_MESSAGES;

/** What is wrong, in words that follow the label of its column. */
export interface LabelledProblem {
  readonly label: string;
  readonly reason: string;
  readonly message: string;
}

export const rowProblem = ({ label }: { readonly label: string }, reason: RowProblemReason): LabelledProblem => ({
  label,
  reason,
  message: `“${label}”${ROW_MESSAGES[reason]}。`,
});

export const problemAt = (
  { sheetName, number }: { readonly sheetName: string; readonly number: number },
  { label, reason, message }: LabelledProblem,
): ImportProblem => ({
  sheetName: sheetName.slice(0, 100),
  rowNumber: number,
  label: label.slice(0, 200),
  reason,
  message,
});

export const PROBLEM_SHEET = 'problems';

export const PROBLEM_COLUMNS: readonly FormColumn[] = [
  lockedColumn('sheet', '工作表', { width: 18 }),
  lockedColumn('row', '行号', { format: 'NUMBER', width: 8 }),
  lockedColumn('label', '栏目', { width: 30 }),
  lockedColumn('message', '说明', { width: 60 }),
  lockedColumn('reason', '原因代码', { width: 24 }),
];

export const problemRow = ({ sheetName, rowNumber, label, message, reason }: ImportProblem) => ({
  cells: [sheetName, String(rowNumber), label, message, reason],
});
