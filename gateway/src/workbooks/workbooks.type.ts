import type { Id, PersonActor } from '@hub/core';
import type { SheetColumn, SheetRow } from '@hub/sheets';

/** What a file is about: the first part of its address, and the id behind it. */
export interface Subject<Kind extends string = SubjectKind> {
  readonly kind: Kind;
  readonly id: Id;
}

/** `report-tasks`: a task, to fill in or as its results. `report-imports`: what was wrong with a file that came in. */
export const SUBJECT_KINDS = ['report-tasks', 'report-imports'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface SheetPlan {
  readonly key: string;
  readonly name: string;
  readonly form: boolean;
  readonly protected: boolean;
  readonly columns: readonly SheetColumn[];
}

export interface WorkbookPlan {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** What the file says of itself when it comes back; null for one that does not. */
  readonly mark: string | null;
  /** Rows of all its sheets: what a second person is asked for when they are many. */
  readonly rows: number;
  readonly sheets: readonly SheetPlan[];
}

export interface RowsPage {
  readonly rows: readonly SheetRow[];
  /** Null after the last page. */
  readonly endCursor: string | null;
}

/** A cell that came in: its text, or why it has none. */
export type ImportedCell = string | { readonly fault: string };

export interface ImportedRow {
  readonly sheet: string;
  /** As the person sees it. */
  readonly sheetName: string;
  readonly number: number;
  /** By the keys of the columns; empty cells are absent. */
  readonly cells: Readonly<Record<string, ImportedCell>>;
}

/** The rows of all sheets that have the same mark in their first column. */
export interface ImportedRecord {
  readonly no: string;
  readonly rows: readonly ImportedRow[];
}

export interface ImportSummary {
  readonly importId: Id;
  readonly records: number;
  readonly saved: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Workbooks belong to subgraphs: they say what stands in them, and take what comes back. */
export interface Workbooks {
  plan(asked: Asked, subject: Subject): Promise<WorkbookPlan>;
  page(asked: Asked, subject: Subject, sheet: string, after: string | null): Promise<RowsPage>;
  beginImport(asked: Asked, subject: Subject, file: { readonly name: string; readonly mark: string }): Promise<Id>;
  importRecords(asked: Asked, importId: Id, records: readonly ImportedRecord[]): Promise<void>;
  finishImport(asked: Asked, importId: Id): Promise<ImportSummary>;
}

export interface Asked {
  readonly actor: PersonActor;
  readonly requestId: string;
}
