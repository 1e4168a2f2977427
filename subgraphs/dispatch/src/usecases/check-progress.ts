import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { progressOfDocument, receiptsByState } from '../data/progress.read-model';
import { documentPolicy } from '../domain/document.policy';
import {
  addProgress,
  contribution,
  NO_PROGRESS,
  PROGRESS_COUNTERS,
  type Progress,
  timesProgress,
} from '../domain/progress';
import type { DispatchContext } from './context';

export interface ProgressCheck {
  readonly kept: Progress;
  readonly counted: Progress;
  readonly agrees: boolean;
}

/** 核对进度: compares the kept counters of a document with a recount of its receipts, and changes nothing. */
export async function checkProgress(ctx: DispatchContext, documentId: Id): Promise<ProgressCheck> {
  const person = requirePerson(ctx);
  documentPolicy.assertMay(person, 'checkProgress', { committeeId: person.committeeId });
  return ctx.read(async (tx) => {
    const kept = await progressOfDocument(tx, documentId);
    const groups = await receiptsByState(tx, documentId);
    const counted = groups
      .map((group) => timesProgress(contribution(group), group.count))
      .reduce(addProgress, NO_PROGRESS);
    return { kept, counted, agrees: PROGRESS_COUNTERS.every((counter) => kept[counter] === counted[counter]) };
  });
}
