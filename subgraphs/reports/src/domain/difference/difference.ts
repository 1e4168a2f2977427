import type { FieldValue } from '../field-value';
import type { TemplateField } from '../template-field';

/** What became of a value, a row or a piece of text from one side to the other. */
export const CHANGE_NAMES = { ADDED: '新增', REMOVED: '减少', CHANGED: '改动' } as const;

export type Change = keyof typeof CHANGE_NAMES;

/** A number that both sides give. */
export interface FigureChange {
  /** As a decimal, with its sign: later less earlier; money in fen. */
  readonly by: string;
  /** Of the earlier one, with two decimals; null where that is 0. */
  readonly percent: string | null;
}

/** A piece of a text: on both sides, or on one of them alone. */
export interface Passage {
  readonly change: Exclude<Change, 'CHANGED'> | null;
  readonly text: string;
}

/** One field, or one cell of a table, that the two sides do not say alike. */
export interface ValueDifference {
  readonly field: TemplateField;
  readonly change: Change;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
  readonly figure: FigureChange | null;
  /** Of a text that was changed: all of it, in order. */
  readonly passages: readonly Passage[] | null;
}

/** A row, counted from 1, on the sides where it stands. */
export interface RowDifference {
  readonly change: Change;
  readonly fromRow: number | null;
  readonly toRow: number | null;
  readonly cells: readonly ValueDifference[];
}

export interface FieldDifference extends ValueDifference {
  /** Of a table: the rows that differ, in the order of the later side. */
  readonly rows: readonly RowDifference[] | null;
}
