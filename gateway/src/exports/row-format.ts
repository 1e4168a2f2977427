import type { Column } from './columns';
import { valuesOf } from './columns';
import { csvLine } from './csv';
import type { ExportFormat } from './export-log';

/** What a file of rows is made of. */
export interface RowsFile {
  /** What the rows are, for people. */
  readonly title: string;
  readonly columns: readonly Column[];
  /** The next page is asked for when what came of the one before has been taken. */
  readonly pages: AsyncIterable<readonly unknown[]>;
  /** Who took the file, and when; null for a program. */
  readonly mark: string | null;
  readonly now: Date;
}

/** How rows are written, and how an answer of them is named. */
export interface RowFormat {
  readonly name: ExportFormat;
  readonly extension: string;
  readonly contentType: string;
  /** Rows that a file of the format has room for. */
  readonly maxRows: number;
  write(file: RowsFile): AsyncIterable<string | Uint8Array>;
  /** What can still be said when the rows break off; null when the format has no place for it. */
  failure(error: { readonly reason: string; readonly message: string; readonly requestId: string }): string | null;
}

/** Excel takes a file without this mark for one in the encoding of the machine, and shows no Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

export const csv = (byteOrderMark: boolean): RowFormat => ({
  name: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  maxRows: Number.POSITIVE_INFINITY,
  async *write({ columns, pages, mark }) {
    yield (byteOrderMark ? BYTE_ORDER_MARK : '') + csvLine(columns.map(({ name }) => name));
    for await (const page of pages) yield page.map((row) => csvLine(valuesOf(row, columns))).join('');
    if (mark !== null) yield csvLine([mark]);
  },
  // A line of words would be taken for a row: only the cut connection says that the file is not whole.
  failure: () => null,
});

/** Programs take every line for a row: it has no head and no mark. */
export const ndjson: RowFormat = {
  name: 'NDJSON',
  extension: 'ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  maxRows: Number.POSITIVE_INFINITY,
  async *write({ columns, pages }) {
    for await (const page of pages) yield page.map((row) => `${flatJson(row, columns)}\n`).join('');
  },
  failure: (error) => `${JSON.stringify({ error })}\n`,
};

function flatJson(row: unknown, columns: readonly Column[]): string {
  const values = valuesOf(row, columns);
  const entries = columns.map(({ name }, index) => `${JSON.stringify(name)}:${JSON.stringify(values[index])}`);
  return `{${entries.join(',')}}`;
}
