import { SHEET_ROWS, type SheetRow, writeWorkbook } from '@hub/sheets';

import { XLSX } from '../http/files/office-types';
import { valuesOf } from './columns';
import type { RowFormat, RowsFile } from './row-format';
import { cellWriters, sheetColumnsOf } from './sheet-columns';

/** Beside the rows stand the titles, and the line that says who took them. */
const OTHER_ROWS = 2;

/** One sheet of all rows, for people: titles in their words, numbers and dates as such, every text as text. */
export const xlsx: RowFormat = {
  name: 'XLSX',
  extension: 'xlsx',
  contentType: XLSX,
  maxRows: SHEET_ROWS - OTHER_ROWS,
  write({ title, columns, pages, mark, now }) {
    const rows = rowsOf(columns, pages);
    const notes = () => (mark === null ? [] : [mark]);
    return writeWorkbook([{ name: title, columns: sheetColumnsOf(columns), rows, notes }], now);
  },
  // A file that is cut off is no workbook any more: no program takes it for whole.
  failure: () => null,
};

async function* rowsOf(columns: RowsFile['columns'], pages: RowsFile['pages']): AsyncGenerator<SheetRow> {
  const writers = cellWriters(columns);
  for await (const page of pages) {
    for (const row of page) {
      const values = valuesOf(row, columns);
      yield { cells: writers.map((write, index) => write(values[index])) };
    }
  }
}
