/** Why a cell of a sheet has no value that could be taken. */
export const CELL_FAULTS = ['FORMULA', 'ERROR', 'MERGED'] as const;

export type CellFault = (typeof CELL_FAULTS)[number];

/** A cell of a workbook that came in: its text, or why it has none. */
export type ImportedCell = string | { readonly fault: CellFault };

export interface ImportedRow {
  readonly sheet: string;
  /** As the person sees it. */
  readonly sheetName: string;
  readonly number: number;
  /** By the keys of the columns; empty cells are absent. */
  readonly cells: Readonly<Record<string, ImportedCell>>;
}

/** The rows of all sheets that have the same mark in their first column: what the gateway gives on and a subgraph takes. */
export interface ImportedRecord {
  readonly no: string;
  readonly rows: readonly ImportedRow[];
}

/** Where something is wrong in a workbook that came in, and what. */
export interface ImportProblem {
  readonly sheetName: string;
  readonly rowNumber: number;
  readonly label: string;
  readonly reason: string;
  /** For people, in Chinese. */
  readonly message: string;
}
