import type { CellFault } from '@hub/core';

/** A cell with something in it: numbers as plain decimals, dates as `2026-10-01`. */
export type ReadCell = { readonly text: string } | { readonly fault: CellFault };

/** A row with content; columns count from 0, rows as people see them. */
export interface ReadRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, ReadCell>;
}

/** From and to, both included. */
export interface CellRange {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** `B12`; null for what names no cell. */
export function cellAt(reference: string): { readonly row: number; readonly column: number } | null {
  const parts = REFERENCE.exec(reference);
  if (!parts) return null;
  const [, letters = '', row] = parts;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row), column };
}

/** `B12:D14`, or one cell. */
export function rangeAt(reference: string): CellRange | null {
  const [from, to, ...others] = reference.split(':').map(cellAt);
  if (!from || to === null || others.length > 0) return null;
  const last = to ?? from;
  return { rows: [from.row, last.row], columns: [from.column, last.column] };
}

export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
