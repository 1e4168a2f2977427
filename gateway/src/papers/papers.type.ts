import type { PaperPage } from '@hub/core';

import type { Asked, Subject } from '../workbooks';

/** `reports`: one report. `report-tasks`: what came in for a task. */
export const PAPER_KINDS = ['reports', 'report-tasks'] as const;

export type PaperSubject = Subject<(typeof PAPER_KINDS)[number]>;

/** Papers belong to subgraphs: they say what stands in them. */
export interface Papers {
  page(asked: Asked, subject: PaperSubject, after: string | null): Promise<PaperPage>;
}
