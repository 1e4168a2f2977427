import type { Id } from '@hub/core';

import type { ReportKind } from './report-kind';
import { REPORT_STATES, REPORT_TABLE, type ReportState } from './report-state';

/** What becomes of a unit's answer to a paper, in the words of this room. */
export type PaperAnswer = 'ACCEPTED' | 'TAKEN_BACK';

/** By the states of receipts. A receipt that is only closed answers nothing; one that was accepted stays so when it is closed. */
const ANSWERS: Readonly<Record<string, PaperAnswer>> = {
  FEEDBACK_ACCEPTED: 'ACCEPTED',
  WITHDRAWN: 'TAKEN_BACK',
};

/** Null for everything else that happens to a receipt. */
export const paperAnswerOf = (receiptState: string): PaperAnswer | null =>
  Object.hasOwn(ANSWERS, receiptState) ? (ANSWERS[receiptState] ?? null) : null;

/** What recurs is asked for anew each period, whatever paper ordered it: one feedback does not answer it. */
export const KINDS_OF_PAPERS: readonly ReportKind[] = ['SPECIAL', 'IMPLEMENTATION'];

/** Whether a task is over with the paper that it was born from: feedback answers it, and it closes when all is done. */
export const endsWithPaper = ({ kind, documentId }: { readonly kind: ReportKind; readonly documentId: Id | null }) =>
  documentId !== null && KINDS_OF_PAPERS.includes(kind);

/** Where feedback still comes in time; what was handed in is judged as what it is. */
export const SETTLED_FROM: readonly ReportState[] = REPORT_STATES.filter((state) => REPORT_TABLE[state].SETTLE);
