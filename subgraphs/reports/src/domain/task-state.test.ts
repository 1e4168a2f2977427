import {
  assertMayClose,
  nextTaskState,
  possibleTaskActs,
  TASK_ACTS,
  TASK_STATES,
  type TaskAct,
  type TaskState,
} from './task-state';

const YES: Readonly<Record<string, TaskState>> = {
  'OPEN PAUSE': 'PAUSED',
  'OPEN CLOSE': 'CLOSED',
  'OPEN MOVE_DUE': 'OPEN',
  'OPEN EXTEND': 'OPEN',
  'OPEN ANSWER': 'OPEN',
  'PAUSED RESUME': 'OPEN',
  'PAUSED CLOSE': 'CLOSED',
};

const NO: Readonly<Record<string, string>> = {
  'OPEN RESUME': 'TASK_NOT_PAUSED',
  'PAUSED PAUSE': 'TASK_PAUSED',
  'PAUSED MOVE_DUE': 'TASK_PAUSED',
  'PAUSED EXTEND': 'TASK_PAUSED',
  'PAUSED ANSWER': 'TASK_PAUSED',
  'CLOSED PAUSE': 'TASK_CLOSED',
  'CLOSED RESUME': 'TASK_CLOSED',
  'CLOSED CLOSE': 'TASK_CLOSED',
  'CLOSED MOVE_DUE': 'TASK_CLOSED',
  'CLOSED EXTEND': 'TASK_CLOSED',
  'CLOSED ANSWER': 'TASK_CLOSED',
};

const cells = TASK_STATES.flatMap((state) => TASK_ACTS.map((act): [TaskState, TaskAct] => [state, act]));

describe('a task', () => {
  it('has an answer for every act in every state', () => {
    expect(cells.map((cell) => cell.join(' ')).sort()).toEqual([...Object.keys(YES), ...Object.keys(NO)].sort());
  });

  it.each(cells)('that is %s answers %s', (state, act) => {
    const cell = `${state} ${act}`;
    if (YES[cell]) expect(nextTaskState(state, act)).toBe(YES[cell]);
    else expect(() => nextTaskState(state, act)).toThrow(expect.objectContaining({ reason: NO[cell] }));
    expect(possibleTaskActs(state).includes(act)).toBe(cell in YES);
  });
});

describe('closing', () => {
  it.each([
    [0, 0, null],
    [2, 0, '两单位已撤并'],
    [0, 1, '内容已另行掌握'],
  ])('is done with %i missing and %i returned, for the reason %p', (missing, returned, reason) => {
    expect(() => assertMayClose({ missing, returned }, reason)).not.toThrow();
  });

  it.each([
    [2, 0],
    [0, 1],
    [130, 2],
  ])('warns of %i missing and %i returned', (missing, returned) => {
    expect(() => assertMayClose({ missing, returned }, null)).toThrow(
      expect.objectContaining({ reason: 'REPORTS_MISSING', details: { missing, returned } }),
    );
  });
});
