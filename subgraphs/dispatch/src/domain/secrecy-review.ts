import { recordError } from './record.errors';
import type { SeriesStep, StepKind } from './series-step';

/** 保密审查 belongs to the first step that a second person does: the check, or the approval of a light notice. */
function reviewingStep(steps: readonly SeriesStep[]): StepKind {
  return steps.some(({ kind }) => kind === 'CHECK') ? 'CHECK' : 'APPROVE';
}

/** Whether this step records the review. Throws SECRECY_REVIEW_REQUIRED when it must and the review was not done. */
export function recordsSecrecyReview(steps: readonly SeriesStep[], step: StepKind, reviewed: boolean): boolean {
  if (reviewingStep(steps) !== step) return false;
  if (!reviewed) throw recordError('SECRECY_REVIEW_REQUIRED');
  return true;
}
