import type { ImportedRecord, ImportedRow, ImportProblem } from '@hub/core';
import type { SheetColumn, SheetRow } from '@hub/sheets';

import type { SheetPlan } from './workbooks.type';

/** Where a row stood in the file that came, and why it was not taken: the last columns, that nobody reads back. */
const ADDED: readonly SheetColumn[] = [
  { key: '_place', title: '问题位置', format: 'TEXT', width: 28, locked: true },
  { key: '_reason', title: '问题说明', format: 'TEXT', width: 60, locked: true },
];

/**
 * The records of a file that were refused, with what is wrong with them. They are held for as long as the answer takes
 * and kept nowhere: words that the hub refuses are not the hub's to keep.
 */
export class RefusedRecords {
  readonly #records: ImportedRecord[] = [];
  readonly #problems = new Map<string, ImportProblem[]>();

  /** Of a batch that was given on, those of which something is wrong. */
  add(batch: readonly ImportedRecord[], problems: readonly ImportProblem[]): void {
    for (const problem of problems) {
      const place = placeOf(problem.sheetName, problem.rowNumber);
      this.#problems.set(place, [...(this.#problems.get(place) ?? []), problem]);
    }
    this.#records.push(...batch.filter(({ rows }) => rows.some((row) => this.#problemsAt(row).length > 0)));
  }

  get rowCount(): number {
    return this.#records.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  columnsOf = ({ columns }: SheetPlan): readonly SheetColumn[] => [...columns, ...ADDED];

  /** The rows of one sheet, as they came. A cell that had no value is empty: its fault stands beside it. */
  *rowsOf({ key, columns }: SheetPlan): Generator<SheetRow> {
    for (const row of this.#records.flatMap(({ rows }) => rows)) {
      if (row.sheet !== key) continue;
      const problems = this.#problemsAt(row);
      const given = columns.map((column) => textOf(row.cells[column.key]));
      const places = problems.map(({ sheetName, rowNumber, label }) => `“${sheetName}”第${rowNumber}行 ${label}`);
      yield { cells: [...given, lines(places), lines(problems.map(({ message }) => message))] };
    }
  }

  #problemsAt({ sheetName, number }: ImportedRow): readonly ImportProblem[] {
    return this.#problems.get(placeOf(sheetName, number)) ?? [];
  }
}

const placeOf = (sheetName: string, row: number): string => `${row} ${sheetName}`;
const textOf = (cell: ImportedRow['cells'][string] | undefined): string | null =>
  typeof cell === 'string' ? cell : null;
const lines = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));
