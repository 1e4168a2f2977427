import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ProgressRepository } from '../data/progress.repository';
import type { DispatchContext } from './context';
import { progressActor } from './system-actors';

/**
 * Brings the entries of a document's counters down to one. It changes no figure, so it may run at any time and any
 * number of times; only the system may remove entries, hence it acts as that.
 */
export async function foldProgress(ctx: DispatchContext, documentId: Id): Promise<void> {
  const { committeeId } = requirePerson(ctx);
  await ctx
    .as(progressActor(committeeId))
    .transaction((tx) => new ProgressRepository(tx).fold(ctx.ids.next(), documentId));
}
