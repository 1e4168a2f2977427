import type { Transaction } from '@hub/persistence';

import type { DeadlineBook } from '../book';
import { proposalOf, wordsOf } from './compose-notice';
import { type ProposedStep, ReminderRows } from './reminder-rows';
import { settleMatter } from './settle-matter';

/** What the office was told of a proposed step is done once no part of the paper waits for its decision. */
export async function settleProposals(
  tx: Transaction,
  book: DeadlineBook,
  touched: readonly ProposedStep[],
): Promise<void> {
  const keyOf = ({ subjectId, obligation, step }: ProposedStep): string =>
    `${subjectId} ${proposalOf(obligation, step)}`;
  const waiting = new Set((await new ReminderRows(tx, book.schema).stillProposed(touched)).map(keyOf));
  const settled = new Map(touched.filter((step) => !waiting.has(keyOf(step))).map((step) => [keyOf(step), step]));
  for (const { subjectId, obligation, step } of settled.values()) {
    const { subjectType } = wordsOf(book, obligation);
    settleMatter(tx, subjectId, { type: subjectType, id: subjectId, obligation: proposalOf(obligation, step) });
  }
}
