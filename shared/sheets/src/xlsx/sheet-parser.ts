import type { SheetLimits } from '../limits';
import { sheetError } from '../sheet.errors';
import { XmlReader } from '../zip/xml-reader';
import { type CellRange, cellAt, type ReadCell, type ReadRow, rangeAt } from './cell';
import { cellText } from './cell-text';
import { dayOfSerial, decimalText } from './number-text';

export interface SheetContext {
  readonly name: string;
  readonly limits: SheetLimits;
  readonly sharedTexts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly since1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  formula: boolean;
}

/** The rows of a sheet as its text comes, and at its end the cells that were merged. */
export class SheetParser {
  readonly merged: CellRange[] = [];
  #rows: ReadRow[] = [];
  #cells = new Map<number, ReadCell>();
  #row = 0;
  #column = -1;
  #cell: OpenCell | null = null;
  #taking = false;
  readonly #reader: XmlReader;

  constructor(private readonly sheet: SheetContext) {
    this.#reader = new XmlReader({
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => {
        if (this.#taking && this.#cell) this.#cell.text += text;
      },
    });
  }

  /** The rows that a piece completes. */
  write(piece: string): readonly ReadRow[] {
    this.#reader.write(piece);
    const rows = this.#rows;
    if (rows.length > 0) this.#rows = [];
    return rows;
  }

  end(): void {
    this.#reader.end();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#beginRow(attributes.r);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'f' && this.#cell) this.#cell.formula = true;
    else if (name === 'v' || name === 't') this.#taking = true;
    // Readings above a text are no part of it.
    else if (name === 'rPh') this.#taking = false;
    else if (name === 'mergeCell') this.merged.push(rangeAt(attributes.ref ?? '') ?? broken());
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  }

  #beginRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!(Number.isInteger(row) && row > this.#row && row <= 1_048_576)) broken();
    this.#row = row;
    this.#column = -1;
    this.#cells = new Map();
  }

  #beginCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? { row: this.#row, column: this.#column + 1 } : cellAt(r);
    if (at?.row !== this.#row || at.column <= this.#column) broken();
    this.#column = at.column;
    this.#cell = { column: at.column, type: t, style: Number(s), text: '', formula: false };
  }

  #endCell(): void {
    const cell = this.#cell ?? broken();
    this.#cell = null;
    const read = this.#valueOf(cell);
    if (read === null) return;
    const { limits, name } = this.sheet;
    if (cell.column >= limits.columns)
      throw sheetError('SHEET_TOO_MANY_COLUMNS', { sheet: name, limit: limits.columns });
    this.#cells.set(cell.column, read);
  }

  #endRow(): void {
    if (this.#cells.size > 0) this.#rows.push({ number: this.#row, cells: this.#cells });
  }

  /** Null for a cell that only looks like something. */
  #valueOf({ type, style, text, formula }: OpenCell): ReadCell | null {
    if (formula) return { fault: 'FORMULA' };
    if (type === 'e') return { fault: 'ERROR' };
    const value = this.#textOf(type, style, text);
    return value === '' ? null : { text: value };
  }

  #textOf(type: string, style: number, text: string): string {
    if (type === 's') return this.sheet.sharedTexts[Number(text)] ?? broken();
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return text.slice(0, 10);
    if (type !== 'n') return cellText(text);
    if (text === '') return '';
    const day = this.sheet.dateStyles.has(style) ? dayOfSerial(text, this.sheet.since1904) : null;
    return day ?? decimalText(text) ?? broken();
  }
}

function broken(): never {
  throw sheetError('SHEET_BROKEN');
}
