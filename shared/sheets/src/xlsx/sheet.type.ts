/** How the values of a column stand in their cells. */
export type CellFormat = 'TEXT' | 'NUMBER' | 'DATE' | 'MINUTE';

export interface SheetColumn {
  /** Names the column for whoever reads the sheet back; people do not see it. */
  readonly key: string;
  readonly title: string;
  readonly format: CellFormat;
  /** NUMBER: decimals that are shown, none when it is left out; `ANY`: as many as there are, and no marks of thousands. */
  readonly decimals?: number | 'ANY';
  /** In characters. */
  readonly width?: number;
  /** Whether nobody fills it in. */
  readonly locked?: boolean;
  readonly hidden?: boolean;
  /** Second line of the head. */
  readonly hint?: string;
  /** What may be chosen. */
  readonly choices?: readonly string[];
}

/** Numbers as decimals, dates as `2026-10-01`, minutes as `2026-10-01 09:30`, in the order of the columns; null is an empty cell. */
export type SheetCells = readonly (string | null)[];

export interface SheetRow {
  readonly cells: SheetCells;
  /** Whether nobody fills in any of it. */
  readonly locked?: boolean;
}

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
  /** A form is read back: its first row, hidden, holds the keys of the columns. */
  readonly form?: boolean;
  /** Locked cells cannot be changed and rows not be added. It is a help, and no wall: there is no password. */
  readonly protected?: boolean;
  readonly hidden?: boolean;
  /** Last lines, that are no rows. */
  readonly notes?: () => readonly string[];
}
