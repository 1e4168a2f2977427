import { MOST_SETTLED, noticesSettled } from '@hub/contracts';
import { rowsBy } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DeadlineBook } from '../book';
import { proposalOf, wordsOf } from './compose-notice';
import type { ProposedStep } from './reminder-rows';

/**
 * What the office was told of a proposed step is done once it is decided, or void. Each notice by its name: another part of
 * the paper may be proposed at this very moment, by a worker whose clock is behind.
 */
export function settleProposals(tx: Transaction, book: DeadlineBook, proposals: readonly ProposedStep[]): void {
  const keyOf = ({ subjectId, obligation, step }: ProposedStep): string =>
    `${subjectId} ${proposalOf(obligation, step)}`;
  for (const over of rowsBy(proposals, keyOf).values()) {
    for (let from = 0; from < over.length; from += MOST_SETTLED)
      settle(tx, book, over.slice(from, from + MOST_SETTLED));
  }
}

function settle(tx: Transaction, book: DeadlineBook, over: readonly ProposedStep[]): void {
  const [first] = over;
  if (!first) return;
  const { subjectId, obligation, step } = first;
  const about = {
    type: wordsOf(book, obligation).subjectType,
    id: subjectId,
    obligation: proposalOf(obligation, step),
  };
  const noticeIds = over.map(({ noticeId }) => noticeId);
  tx.emit(noticesSettled, subjectId, {
    committeeId: tx.committeeId,
    about,
    noticeIds,
    settledAt: tx.now.toISOString(),
  });
}
