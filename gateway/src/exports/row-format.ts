import type { Column } from './columns';
import { valuesOf } from './columns';
import { csvLine } from './csv';

/** How rows are written, and how an answer of them is named. */
export interface RowFormat {
  readonly name: 'CSV' | 'NDJSON';
  readonly extension: string;
  readonly contentType: string;
  /** What comes before the first row, also when there is none. */
  head(columns: readonly Column[]): string;
  rows(rows: readonly unknown[], columns: readonly Column[]): string;
  /** A last line that is no row; null for a format of which programs take every line for one. */
  watermark(text: string): string | null;
  /** What can still be said when the rows break off; null when the format has no place for it. */
  failure(error: { readonly reason: string; readonly message: string; readonly requestId: string }): string | null;
}

/** Excel takes a file without this mark for one in the encoding of the machine, and shows no Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

export const csv = (mark: boolean): RowFormat => ({
  name: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  head: (columns) => (mark ? BYTE_ORDER_MARK : '') + csvLine(columns.map(({ name }) => name)),
  rows: (rows, columns) => rows.map((row) => csvLine(valuesOf(row, columns))).join(''),
  watermark: (text) => csvLine([text]),
  // A line of words would be taken for a row: only the cut connection says that the file is not whole.
  failure: () => null,
});

export const ndjson: RowFormat = {
  name: 'NDJSON',
  extension: 'ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  head: () => '',
  rows: (rows, columns) => rows.map((row) => `${flatJson(row, columns)}\n`).join(''),
  watermark: () => null,
  failure: (error) => `${JSON.stringify({ error })}\n`,
};

function flatJson(row: unknown, columns: readonly Column[]): string {
  const values = valuesOf(row, columns);
  const entries = columns.map(({ name }, index) => `${JSON.stringify(name)}:${JSON.stringify(values[index])}`);
  return `{${entries.join(',')}}`;
}
