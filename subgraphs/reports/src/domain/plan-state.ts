import { reportTaskError } from './report-task.errors';

export const PLAN_STATE_NAMES = { ACTIVE: '执行中', PAUSED: '已暂停', ENDED: '已终止' } as const;

export type PlanState = keyof typeof PLAN_STATE_NAMES;

export const PLAN_STATES = Object.keys(PLAN_STATE_NAMES) as readonly PlanState[];

export const PLAN_ACTS = ['PAUSE', 'RESUME', 'END', 'CHANGE'] as const;

export type PlanAct = (typeof PLAN_ACTS)[number];

/** Rows are states, columns are acts; what is not in the table cannot happen. */
export const PLAN_TABLE: Readonly<Record<PlanState, Partial<Readonly<Record<PlanAct, PlanState>>>>> = {
  ACTIVE: { PAUSE: 'PAUSED', END: 'ENDED', CHANGE: 'ACTIVE' },
  PAUSED: { RESUME: 'ACTIVE', END: 'ENDED', CHANGE: 'PAUSED' },
  ENDED: {},
};

/** Decides one act on a plan. Throws PLAN_ENDED, PLAN_PAUSED or PLAN_NOT_PAUSED. */
export function nextPlanState(state: PlanState, act: PlanAct): PlanState {
  const next = PLAN_TABLE[state][act];
  if (next !== undefined) return next;
  if (state === 'ENDED') throw reportTaskError('PLAN_ENDED');
  throw reportTaskError(act === 'RESUME' ? 'PLAN_NOT_PAUSED' : 'PLAN_PAUSED');
}
