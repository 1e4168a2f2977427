import { reportTaskError } from './report-task.errors';

export const TASK_STATE_NAMES = { OPEN: '进行中', PAUSED: '已暂停', CLOSED: '已结束' } as const;

export type TaskState = keyof typeof TASK_STATE_NAMES;

export const TASK_STATES = Object.keys(TASK_STATE_NAMES) as readonly TaskState[];

/** The last is what units do in it: what they hand in. */
export const TASK_ACTS = ['PAUSE', 'RESUME', 'CLOSE', 'MOVE_DUE', 'EXTEND', 'ANSWER'] as const;

export type TaskAct = (typeof TASK_ACTS)[number];

/** Rows are states, columns are acts; what is not in the table cannot happen. */
export const TASK_TABLE: Readonly<Record<TaskState, Partial<Readonly<Record<TaskAct, TaskState>>>>> = {
  OPEN: { PAUSE: 'PAUSED', CLOSE: 'CLOSED', MOVE_DUE: 'OPEN', EXTEND: 'OPEN', ANSWER: 'OPEN' },
  PAUSED: { RESUME: 'OPEN', CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** Decides one act on a task. Throws TASK_CLOSED, TASK_PAUSED or TASK_NOT_PAUSED. */
export function nextTaskState(state: TaskState, act: TaskAct): TaskState {
  const next = TASK_TABLE[state][act];
  if (next !== undefined) return next;
  if (state === 'CLOSED') throw reportTaskError('TASK_CLOSED');
  throw reportTaskError(act === 'RESUME' ? 'TASK_NOT_PAUSED' : 'TASK_PAUSED');
}

/** Acts offered in a state, for buttons and for a client that asks. */
export const possibleTaskActs = (state: TaskState): readonly TaskAct[] =>
  TASK_ACTS.filter((act) => TASK_TABLE[state][act] !== undefined);

/** What still waits when a task is closed. */
export interface Awaited {
  /** Never handed in. */
  readonly missing: number;
  /** Handed in, returned, and not handed in again. */
  readonly returned: number;
}

/** Throws REPORTS_MISSING while somebody is waited for and no reason is given. */
export function assertMayClose({ missing, returned }: Awaited, reason: string | null): void {
  if (missing + returned > 0 && reason === null) throw reportTaskError('REPORTS_MISSING', { missing, returned });
}
