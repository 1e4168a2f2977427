import type { ImportedCell, ImportedRecord, ImportedRow } from '@hub/core';
import type { CellRange, ReadCell, ReadRow, WorkbookReader } from '@hub/sheets';

import { workbookError } from './workbook.errors';

/** The hidden sheet that says what a workbook is. */
export const MARK_SHEET = '_hub';
/** Below the title of its column. */
const MARK_ROW = 2;
/** Lines of a form before its first row: keys, titles, hints. */
const HEAD_ROWS = 3;
/** Ends the key of a sheet in its first cell; behind it stands the key of the first column. */
const KEY_MARK = '#';
const MAX_CHARACTERS = 5_000_000;

/** What the file says of itself. */
export async function readMark(reader: WorkbookReader): Promise<string> {
  if (!reader.sheetNames.includes(MARK_SHEET)) throw workbookError('WORKBOOK_FOREIGN');
  let mark = '';
  for await (const { number, cells } of reader.rows(MARK_SHEET)) {
    if (number === MARK_ROW) mark = textOf(cells.get(0)) ?? '';
  }
  if (mark === '') throw workbookError('WORKBOOK_FOREIGN');
  return mark;
}

/**
 * All records of a workbook: what is in a row of any sheet belongs to the record that its first column names. Sheets
 * that people added for themselves are left alone. Nothing is taken before all of it was read, since a sheet says last
 * which of its cells were merged, and a record may stand in several sheets.
 */
export async function readRecords(reader: WorkbookReader): Promise<readonly ImportedRecord[]> {
  const records = new Map<string, ImportedRow[]>();
  let characters = 0;
  for (const name of reader.sheetNames.filter((sheet) => sheet !== MARK_SHEET)) {
    for (const { no, row } of await readSheet(reader, name)) {
      characters += lengthOf(row);
      if (characters > MAX_CHARACTERS) throw workbookError('WORKBOOK_TOO_LONG', { limit: MAX_CHARACTERS });
      const rows = records.get(no);
      if (rows) rows.push(row);
      else records.set(no, [row]);
    }
  }
  return [...records].map(([no, rows]) => ({ no, rows }));
}

interface Found {
  readonly no: string;
  readonly row: ImportedRow;
}

async function readSheet(reader: WorkbookReader, sheetName: string): Promise<readonly Found[]> {
  const taken: ReadRow[] = [];
  const rows = reader.rows(sheetName);
  let next = await rows.next();
  if (next.done) return [];
  const head = headOf(next.value, sheetName);
  if (head === null) return [];
  for (next = await rows.next(); !next.done; next = await rows.next()) {
    if (next.value.number > HEAD_ROWS) taken.push(next.value);
  }
  const merged = next.value;
  return taken.map((row) => foundIn(row, head, sheetName, merged));
}

interface Head {
  readonly sheet: string;
  readonly keys: ReadonlyMap<number, string>;
  readonly first: string;
}

/** Null for a sheet that is no form of ours. */
function headOf({ number, cells }: ReadRow, sheet: string): Head | null {
  const [key, first, ...others] = textOf(cells.get(0))?.split(KEY_MARK) ?? [];
  if (number !== 1 || !key || !first || others.length > 0) return null;
  const keys = new Map([...cells].map(([column, cell]) => [column, textOf(cell) ?? '']));
  keys.set(0, first);
  if (new Set(keys.values()).size < keys.size || [...keys.values()].includes('')) {
    throw workbookError('WORKBOOK_HEAD', { sheet });
  }
  return { sheet: key, keys, first };
}

function foundIn(row: ReadRow, head: Head, sheetName: string, merged: readonly CellRange[]): Found {
  const overlapping = merged.filter(({ rows: [from, to] }) => from <= row.number && row.number <= to);
  const isMerged = (column: number) => overlapping.some(({ columns: [from, to] }) => from <= column && column <= to);
  const found = [...head.keys].flatMap(([column, key]): [string, ImportedCell][] => {
    const cell = isMerged(column) ? ({ fault: 'MERGED' } as const) : row.cells.get(column);
    return cell ? [[key, 'text' in cell ? cell.text : { fault: cell.fault }]] : [];
  });
  const cells = Object.fromEntries(found);
  const no = cells[head.first];
  return {
    no: typeof no === 'string' ? no.trim() : '',
    row: { sheet: head.sheet, sheetName, number: row.number, cells },
  };
}

const textOf = (cell: ReadCell | undefined): string | null => (cell && 'text' in cell ? cell.text : null);

const lengthOf = ({ cells }: ImportedRow): number =>
  Object.values(cells).reduce((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 1), 0);
