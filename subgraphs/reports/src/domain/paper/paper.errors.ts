import { defineErrors } from '@hub/core';

export const paperError = defineErrors({
  /** Thrown when a report or task does not exist for the actor, or nobody handed in what he may read. */
  PAPER_SUBJECT_NOT_FOUND: { kind: 'NOT_FOUND', message: '报告或报送任务不存在，或尚未报送。' },
});
