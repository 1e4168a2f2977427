import type { IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { lockOwed } from '../data/movable-report';
import { type AnsweredPaper, PaperAnswerRepository } from '../data/paper-answer.repository';
import { ReportTaskRepository } from '../data/report-task.repository';
import { KINDS_OF_PAPERS, type PaperAnswer, SETTLED_FROM } from '../domain/paper-answer';
import { moveReport } from './move-report';

/** The hub settles, whatever a template asks of people. */
const UNSIGNED = { signatureNeeded: false };

/**
 * Keeps what became of a unit's answer to a paper. One that is accepted settles what the organisation still owes to tasks that
 * the paper bore; one that is taken back with the paper settles no task that is opened later, and asks for nothing again.
 */
export async function settleByFeedback(
  tx: Transaction,
  ids: IdFactory,
  answered: AnsweredPaper,
  answer: PaperAnswer,
): Promise<void> {
  const { documentId, organizationId, receiptId, version } = answered;
  const tasks = new ReportTaskRepository(tx);
  // Whoever opens a task at this moment either finds the answer, or is found.
  await tasks.holdAsked();
  const isNews = await new PaperAnswerRepository(tx).keep(answered, answer);
  if (answer !== 'ACCEPTED' || !isNews) return;
  const taskIds = await tasks.holdOpenOfDocument(documentId, KINDS_OF_PAPERS);
  for (const report of await lockOwed(tx, { taskIds, organizationId }, SETTLED_FROM)) {
    await moveReport(
      tx,
      ids,
      { report, form: UNSIGNED },
      {
        act: 'SETTLE',
        action: 'settleReport',
        change: { settledAt: tx.now, settledByReceipt: receiptId },
        detail: { settledByReceipt: receiptId, receiptVersion: version },
      },
    );
  }
}
