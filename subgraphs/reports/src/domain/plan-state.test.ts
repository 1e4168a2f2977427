import { nextPlanState, PLAN_ACTS, PLAN_STATES, type PlanAct, type PlanState } from './plan-state';

const ANSWERS: Readonly<Record<string, string>> = {
  'ACTIVE PAUSE': 'PAUSED',
  'ACTIVE RESUME': 'PLAN_NOT_PAUSED',
  'ACTIVE END': 'ENDED',
  'ACTIVE CHANGE': 'ACTIVE',
  'PAUSED PAUSE': 'PLAN_PAUSED',
  'PAUSED RESUME': 'ACTIVE',
  'PAUSED END': 'ENDED',
  'PAUSED CHANGE': 'PAUSED',
  'ENDED PAUSE': 'PLAN_ENDED',
  'ENDED RESUME': 'PLAN_ENDED',
  'ENDED END': 'PLAN_ENDED',
  'ENDED CHANGE': 'PLAN_ENDED',
};

const cells = PLAN_STATES.flatMap((state) => PLAN_ACTS.map((act): [PlanState, PlanAct] => [state, act]));

describe('a plan', () => {
  it('has an answer for every act in every state', () => {
    expect(cells.map((cell) => cell.join(' ')).sort()).toEqual(Object.keys(ANSWERS).sort());
  });

  it.each(cells)('that is %s answers %s', (state, act) => {
    const answer = ANSWERS[`${state} ${act}`];
    const goesOn = PLAN_STATES.some((each) => each === answer);
    if (goesOn) expect(nextPlanState(state, act)).toBe(answer);
    else expect(() => nextPlanState(state, act)).toThrow(expect.objectContaining({ reason: answer }));
  });
});
