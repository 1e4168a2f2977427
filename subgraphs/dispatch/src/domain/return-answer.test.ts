import { refusalOf } from '@hub/testing';
import { RECEIPT_STATES } from './receipt-state';
import { actOfAnswer } from './return-answer';

describe('the answer to a return', () => {
  it.each([
    ['asks a unit that has not signed to sign', 'RETURNED', false, 'ANSWER_RETURN'],
    ['asks a unit that returned after its review to go on', 'RETURNED_AFTER_REVIEW', false, 'ANSWER_RETURN'],
    ['recalls the paper that nobody has signed', 'RETURNED', true, 'RECALL'],
    ['withdraws the paper that was signed', 'RETURNED_AFTER_REVIEW', true, 'WITHDRAW'],
  ] as const)('%s', (_, state, accepted, act) => {
    expect(actOfAnswer(state, accepted)).toBe(act);
  });

  it('is refused where nothing was returned', () => {
    const others = RECEIPT_STATES.filter((state) => state !== 'RETURNED' && state !== 'RETURNED_AFTER_REVIEW');
    for (const state of others) expect(refusalOf(() => actOfAnswer(state, true))).toBe('NO_RETURN_TO_ANSWER');
  });
});
