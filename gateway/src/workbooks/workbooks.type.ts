import type { Id, ImportedRecord, ImportProblem, PersonActor } from '@hub/core';
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
  /** Answers what was wrong with those that were refused. */
  importRecords(asked: Asked, importId: Id, records: readonly ImportedRecord[]): Promise<readonly ImportProblem[]>;
  finishImport(asked: Asked, importId: Id): Promise<ImportSummary>;
}

export interface Asked {
  readonly actor: PersonActor;
  readonly requestId: string;
}
