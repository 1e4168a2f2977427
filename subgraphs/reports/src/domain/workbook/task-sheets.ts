import { type Id, localDate, localMinute } from '@hub/core';

import { type FieldValues, valueAt } from '../field-value';
import { REPORT_STATE_NAMES, REPORT_TABLE, type ReportState } from '../report-state';
import type { TemplateField } from '../template-field';
import { cellOf } from './cell-value';
import {
  columnOfField,
  type FormColumn,
  formColumns,
  isInCell,
  lockedColumn,
  MAIN_SHEET,
  noColumn,
  REPORT_COLUMN,
  VERSION_COLUMN,
} from './form';

/** 填报表 for the unit that fills in; 汇总表 of what was handed in, for whoever reads. */
export type WorkbookUse = 'FORM' | 'RESULTS';

export interface WorkbookSheet {
  readonly key: string;
  readonly name: string;
  readonly form: boolean;
  readonly protected: boolean;
  readonly columns: readonly FormColumn[];
}

export interface SheetRow {
  readonly cells: readonly (string | null)[];
  readonly locked?: boolean;
}

/** A report as far as a workbook shows it. */
export interface ShownReport {
  readonly no: number;
  readonly reportId: Id;
  readonly organizationName: string;
  readonly unitName: string;
  readonly state: ReportState;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly excellentAt: Date | null;
}

/** The sheets of a task's workbook: its reports, and behind them their tables. */
export function taskSheets(use: WorkbookUse, fields: readonly TemplateField[]): readonly WorkbookSheet[] {
  const form = use === 'FORM';
  const before = form ? FORM_BEFORE : RESULTS_BEFORE;
  const main = { key: MAIN_SHEET, name: form ? '填报表' : '汇总表', columns: [...before, ...columnsFor(use, fields)] };
  const tables = fields.filter(isTable).map((field) => ({
    key: columnOfField(field.key),
    name: field.label,
    columns: [...(form ? [noColumn('填报表中的序号')] : TABLE_BEFORE), ...columnsFor(use, field.columns ?? [])],
  }));
  // Rows may be added to tables, and a protected sheet lets none be added.
  return [{ ...main, form, protected: form }, ...tables.map((table) => ({ ...table, form, protected: false }))];
}

/** Results are not filled in, and say nothing of how. */
function columnsFor(use: WorkbookUse, fields: readonly TemplateField[]): FormColumn[] {
  const columns = formColumns(fields);
  if (use === 'FORM') return columns;
  return columns.map(({ hint: _, ...column }) => ({
    ...column,
    title: column.title.replace(/ \*$/, ''),
    locked: true,
  }));
}

const FORM_BEFORE: readonly FormColumn[] = [
  { ...noColumn('请勿改动'), locked: true },
  lockedColumn(REPORT_COLUMN, '报送标识', { hidden: true }),
  lockedColumn(VERSION_COLUMN, '版本', { hidden: true }),
  lockedColumn('organization', '党组织', { width: 28 }),
  lockedColumn('state', '状态', { hint: '只有“填报中”“已退回”的可以导入' }),
];

const TABLE_BEFORE: readonly FormColumn[] = [
  lockedColumn('unit', '单位', { width: 24 }),
  lockedColumn('organization', '党组织', { width: 28 }),
];

const RESULTS_BEFORE: readonly FormColumn[] = [
  ...TABLE_BEFORE,
  lockedColumn('state', '状态'),
  lockedColumn('submitted', '首次报送时间', { width: 18 }),
  lockedColumn('late', '按时情况'),
  lockedColumn('excellent', '优秀'),
];

export const RESULT_TITLES: readonly string[] = RESULTS_BEFORE.map(({ title }) => title);

export function tableOf(fields: readonly TemplateField[], sheet: string): TemplateField | null {
  return fields.find((field) => isTable(field) && columnOfField(field.key) === sheet) ?? null;
}

/** Keys of the fields that have a sheet of their own. */
export const tablesOf = (fields: readonly TemplateField[]): string[] => fields.filter(isTable).map(({ key }) => key);

const isTable = (field: TemplateField): boolean => !isInCell(field);

export function mainRow(
  use: WorkbookUse,
  fields: readonly TemplateField[],
  report: ShownReport,
  values: FieldValues,
): SheetRow {
  const cells = fields.filter(isInCell).map(({ key }) => cellOf(valueAt(values, key)));
  if (use === 'RESULTS') return { cells: [...resultCells(report), ...cells] };
  const { no, reportId, version, organizationName, state } = report;
  const before = [String(no), reportId, String(version), organizationName, REPORT_STATE_NAMES[state]];
  return { cells: [...before, ...cells], locked: !isWritable(state) };
}

/** What the columns before the fields say of a report, as `RESULT_TITLES` call them. */
export function resultCells({
  unitName,
  organizationName,
  state,
  firstSubmittedAt,
  dueAt,
  excellentAt,
}: ShownReport): (string | null)[] {
  const late = firstSubmittedAt !== null && dueAt !== null && firstSubmittedAt > dueAt;
  return [
    unitName,
    organizationName,
    REPORT_STATE_NAMES[state],
    firstSubmittedAt && localMinute(firstSubmittedAt),
    firstSubmittedAt && (late ? '迟报' : '按时'),
    excellentAt && localDate(excellentAt),
  ];
}

export function tableRows(
  use: WorkbookUse,
  table: TemplateField,
  { no, unitName, organizationName }: ShownReport,
  values: FieldValues,
): readonly SheetRow[] {
  const held = valueAt(values, table.key);
  if (held?.type !== 'TABLE') return [];
  const before = use === 'FORM' ? [String(no)] : [unitName, organizationName];
  const columns = table.columns ?? [];
  return held.rows.map((row) => ({ cells: [...before, ...columns.map(({ key }) => cellOf(valueAt(row, key)))] }));
}

/** Whether words of it may be changed as it stands. */
const isWritable = (state: ReportState): boolean => REPORT_TABLE[state].SAVE !== undefined;
