import type { PaperBlock } from '@hub/core';

import type { Asked, Subject } from '../workbooks';

/** `reports`: one report. `report-tasks`: what came in for a task. */
export const PAPER_KINDS = ['reports', 'report-tasks'] as const;

export type PaperSubject = Subject<(typeof PAPER_KINDS)[number]>;

export interface PaperPage {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** Reports in the whole paper: what a second person is asked for when they are many. */
  readonly records: number;
  readonly recordsHere: number;
  readonly blocks: readonly PaperBlock[];
  /** Null after the last page. */
  readonly endCursor: string | null;
}

/** Papers belong to subgraphs: they say what stands in them. */
export interface Papers {
  page(asked: Asked, subject: PaperSubject, after: string | null): Promise<PaperPage>;
}
