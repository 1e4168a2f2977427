import { type Id, type ImportedRecord, type ImportedRow, type ImportProblem, isId } from '@hub/core';

import { type FieldValue, type FieldValues, type TableRow, valueAt } from '../field-value';
import type { TemplateField } from '../template-field';
import { valueOfCell } from './cell-value';
import { columnOfField, isKept, isRead, MAIN_SHEET, REPORT_COLUMN, VERSION_COLUMN } from './form';
import { problemAt, type RowProblemReason, rowProblem } from './import-problem';

/** What a workbook says of one report. */
export interface RecordRead {
  readonly reportId: Id;
  readonly version: number;
  /** What the cells say; what has no place in cells is not in it. */
  readonly values: FieldValues;
  /** Where the record stands, for problems that are found later. */
  readonly row: ImportedRow;
}

export type RecordReading = RecordRead | { readonly problems: readonly ImportProblem[] };

/** Nothing of a record is taken when anything of it is wrong: half a report would look whole. */
export function readRecord(fields: readonly TemplateField[], record: ImportedRecord): RecordReading {
  const mains = record.rows.filter(({ sheet }) => sheet === MAIN_SHEET);
  const [row] = mains;
  const problem = recordProblem(record, mains.length);
  if (problem !== null) return { problems: record.rows.slice(0, 1).map((at) => problemAt(at, problem)) };
  if (!row) return { problems: [] };
  const problems: ImportProblem[] = [];
  const [reportId, version] = [row.cells[REPORT_COLUMN], row.cells[VERSION_COLUMN]];
  if (!isId(reportId) || typeof version !== 'string' || !/^\d{1,9}$/.test(version)) {
    return { problems: [problemAt(row, aboutNumber('ROW_FOREIGN'))] };
  }
  const values: Record<string, FieldValue> = { ...cellsRead(fields, row, problems) };
  for (const field of fields) {
    if (field.type !== 'TABLE' || !isRead(field)) continue;
    const rows = record.rows.filter(({ sheet }) => sheet === columnOfField(field.key));
    values[field.key] = {
      type: 'TABLE',
      rows: rows.map((at): TableRow => cellsRead(field.columns ?? [], at, problems)),
    };
  }
  return problems.length > 0 ? { problems } : { reportId, version: Number(version), values, row };
}

const aboutNumber = (reason: RowProblemReason) => rowProblem({ label: '序号' }, reason);

function recordProblem({ no }: ImportedRecord, mains: number) {
  if (no === '') return aboutNumber('ROW_WITHOUT_NUMBER');
  if (mains === 1) return null;
  return aboutNumber(mains === 0 ? 'ROW_ORPHANED' : 'ROW_TWICE');
}

function cellsRead(fields: readonly TemplateField[], row: ImportedRow, problems: ImportProblem[]): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const cell = row.cells[columnOfField(field.key)];
    if (!isRead(field) || field.type === 'TABLE' || cell === undefined) continue;
    if (typeof cell !== 'string') {
      problems.push(problemAt(row, rowProblem(field, `CELL_${cell.fault}`)));
      continue;
    }
    if (cell.trim() === '') continue;
    const value = valueOfCell(field, cell);
    if (value === null) problems.push(problemAt(row, rowProblem(field, 'MONEY_FORM')));
    else values[field.key] = value;
  }
  return values;
}

/** What the unit would then have written: cells in place of what it had, and what has no place in cells as it was. */
export function withKept(fields: readonly TemplateField[], before: FieldValues, read: FieldValues): FieldValues {
  const kept = fields.filter(isKept).flatMap(({ key }) => {
    const value = valueAt(before, key);
    return value === null ? [] : [[key, value] as const];
  });
  return { ...read, ...Object.fromEntries(kept) };
}
