import type { Id, SystemActor } from '@hub/core';

/** Folds the counters of documents that are done. */
export const progressActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'progress' });
