import { definePolicy, type Role } from '@hub/core';

/** Who asks units for reports answers for what is asked: clerks prepare, checkers and registrars too. */
const ASKING: readonly Role[] = ['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

const asking = [{ roles: ASKING, reach: 'COMMITTEE' }] as const;

/** Who may ask units for what. What units answer is reportPolicy's. */
export const reportTaskPolicy = definePolicy({
  previewTask: asking,
  openTask: asking,
  pauseTask: asking,
  resumeTask: asking,
  closeTask: asking,
  moveDue: asking,
  extendReport: asking,
  createPlan: asking,
  revisePlan: asking,
  pausePlan: asking,
  resumePlan: asking,
  endPlan: asking,
  readPlan: [{ roles: [...ASKING, 'COMMITTEE_LEADER'], reach: 'COMMITTEE' }],
});

export type ReportTaskVerb = keyof typeof reportTaskPolicy.grants;
