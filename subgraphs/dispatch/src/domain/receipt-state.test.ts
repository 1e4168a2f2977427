import { refusalOf } from '@hub/testing';
import fc from 'fast-check';

import { DUTIES, type Duty } from './duty';
import {
  isSigned,
  nextReceiptState,
  possibleReceiptActs,
  RECEIPT_ACTS,
  RECEIPT_STATES,
  type ReceiptAct,
  type ReceiptState,
} from './receipt-state';

function walk(duty: Duty, acts: readonly ReceiptAct[]): ReceiptState {
  return acts.reduce<ReceiptState>((state, act) => nextReceiptState({ state, duty }, act), 'DELIVERED');
}

describe('the life of a receipt', () => {
  const walks: [string, Duty, ReceiptAct[], ReceiptState][] = [
    ['is acknowledged without being opened first', 'ACKNOWLEDGE', ['ACKNOWLEDGE'], 'ACKNOWLEDGED'],
    [
      'is returned, answered and then acknowledged',
      'ACKNOWLEDGE',
      ['OPEN', 'RETURN', 'ANSWER_RETURN', 'ACKNOWLEDGE'],
      'ACKNOWLEDGED',
    ],
    ['is returned again after the answer', 'ACKNOWLEDGE', ['RETURN', 'ANSWER_RETURN', 'RETURN'], 'RETURNED'],
    ['stays acknowledged when it is opened later', 'ACKNOWLEDGE', ['ACKNOWLEDGE', 'OPEN'], 'ACKNOWLEDGED'],
    [
      'is returned after the review and taken up again',
      'FEEDBACK',
      ['ACKNOWLEDGE', 'RETURN', 'ANSWER_RETURN', 'ASSIGN'],
      'ASSIGNED',
    ],
    [
      'gives feedback, has it returned and gives it again',
      'FEEDBACK',
      ['ACKNOWLEDGE', 'SUBMIT_FEEDBACK', 'RETURN_FEEDBACK', 'SUBMIT_FEEDBACK', 'ACCEPT_FEEDBACK', 'CLOSE'],
      'CLOSED',
    ],
    [
      'gives feedback in stages',
      'FEEDBACK',
      ['ACKNOWLEDGE', 'SUBMIT_FEEDBACK', 'ACCEPT_STAGE', 'SUBMIT_FEEDBACK', 'ACCEPT_FEEDBACK'],
      'FEEDBACK_ACCEPTED',
    ],
    ['is recalled before the signature', 'ACKNOWLEDGE', ['OPEN', 'RECALL'], 'RECALLED'],
    ['is withdrawn after the signature', 'ACKNOWLEDGE', ['ACKNOWLEDGE', 'WITHDRAW'], 'WITHDRAWN'],
    ['begins anew when it is reissued', 'ACKNOWLEDGE', ['RECALL', 'REISSUE'], 'DELIVERED'],
    ['is only read and closed where nothing else is owed', 'READ', ['OPEN', 'CLOSE'], 'CLOSED'],
    ['is closed after the signature where no feedback is owed', 'ACKNOWLEDGE', ['ACKNOWLEDGE', 'CLOSE'], 'CLOSED'],
  ];

  it.each(walks)('%s', (_, duty, acts, end) => {
    expect(walk(duty, acts)).toBe(end);
  });

  const refusals: [ReceiptAct, ReceiptState, Duty, string][] = [
    ['ACKNOWLEDGE', 'ACKNOWLEDGED', 'ACKNOWLEDGE', 'ALREADY_ACKNOWLEDGED'],
    ['ACKNOWLEDGE', 'FEEDBACK_ACCEPTED', 'FEEDBACK', 'ALREADY_ACKNOWLEDGED'],
    ['ACKNOWLEDGE', 'RETURNED', 'ACKNOWLEDGE', 'RETURN_NOT_ANSWERED'],
    ['ACKNOWLEDGE', 'RECALLED', 'ACKNOWLEDGE', 'RECEIPT_RECALLED'],
    ['ACKNOWLEDGE', 'WITHDRAWN', 'ACKNOWLEDGE', 'RECEIPT_WITHDRAWN'],
    ['ACKNOWLEDGE', 'OPENED', 'READ', 'ACKNOWLEDGE_NOT_OWED'],
    ['OPEN', 'RECALLED', 'ACKNOWLEDGE', 'RECEIPT_RECALLED'],
    ['RECALL', 'ACKNOWLEDGED', 'ACKNOWLEDGE', 'RECALL_AFTER_ACKNOWLEDGE'],
    ['RECALL', 'CLOSED', 'FEEDBACK', 'RECALL_AFTER_ACKNOWLEDGE'],
    ['RECALL', 'RECALLED', 'ACKNOWLEDGE', 'RECEIPT_RECALLED'],
    ['WITHDRAW', 'OPENED', 'ACKNOWLEDGE', 'WITHDRAW_BEFORE_ACKNOWLEDGE'],
    ['REISSUE', 'OPENED', 'ACKNOWLEDGE', 'ALREADY_DELIVERED'],
    ['RETURN', 'RETURNED', 'ACKNOWLEDGE', 'ALREADY_RETURNED'],
    ['RETURN', 'CLOSED', 'ACKNOWLEDGE', 'RECEIPT_CLOSED'],
    ['ANSWER_RETURN', 'OPENED', 'ACKNOWLEDGE', 'NO_RETURN_TO_ANSWER'],
    ['ASSIGN', 'OPENED', 'ACKNOWLEDGE', 'NOT_ACKNOWLEDGED'],
    ['REGISTER', 'DELIVERED', 'FEEDBACK', 'NOT_ACKNOWLEDGED'],
    ['SUBMIT_FEEDBACK', 'ACKNOWLEDGED', 'ACKNOWLEDGE', 'FEEDBACK_NOT_OWED'],
    ['SUBMIT_FEEDBACK', 'OPENED', 'ACKNOWLEDGE', 'FEEDBACK_NOT_OWED'],
    ['SUBMIT_FEEDBACK', 'OPENED', 'FEEDBACK', 'NOT_ACKNOWLEDGED'],
    ['SUBMIT_FEEDBACK', 'FEEDBACK_SUBMITTED', 'FEEDBACK', 'FEEDBACK_ALREADY_SUBMITTED'],
    ['SUBMIT_FEEDBACK', 'FEEDBACK_ACCEPTED', 'FEEDBACK', 'FEEDBACK_ALREADY_SUBMITTED'],
    ['SUBMIT_FEEDBACK', 'RECALLED', 'FEEDBACK', 'RECEIPT_RECALLED'],
    ['ACCEPT_FEEDBACK', 'ACKNOWLEDGED', 'FEEDBACK', 'NO_FEEDBACK_TO_REVIEW'],
    ['RETURN_FEEDBACK', 'FEEDBACK_RETURNED', 'FEEDBACK', 'NO_FEEDBACK_TO_REVIEW'],
    ['CLOSE', 'ACKNOWLEDGED', 'FEEDBACK', 'FEEDBACK_STILL_OWED'],
    ['CLOSE', 'FEEDBACK_RETURNED', 'FEEDBACK', 'FEEDBACK_STILL_OWED'],
    ['CLOSE', 'OPENED', 'ACKNOWLEDGE', 'NOT_ACKNOWLEDGED'],
    ['CLOSE', 'CLOSED', 'ACKNOWLEDGE', 'RECEIPT_CLOSED'],
    ['RETURN', 'FEEDBACK_SUBMITTED', 'FEEDBACK', 'RECEIPT_WRONG_STATE'],
  ];

  it.each(refusals)('refuses %s in %s for duty %s with %s', (act, state, duty, reason) => {
    expect(refusalOf(() => nextReceiptState({ state, duty }, act))).toBe(reason);
  });

  it('offers exactly the acts that it would not refuse', () => {
    for (const state of RECEIPT_STATES) {
      for (const duty of DUTIES) {
        const allowed = RECEIPT_ACTS.filter((act) => refusalOf(() => nextReceiptState({ state, duty }, act)) === null);
        expect(possibleReceiptActs({ state, duty })).toEqual(allowed);
      }
    }
  });

  it('never leads out of the table, never signs for a reader, and never recalls what was signed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DUTIES),
        fc.array(fc.constantFrom(...RECEIPT_ACTS), { maxLength: 40 }),
        (duty, acts) => {
          let state: ReceiptState = 'DELIVERED';
          for (const act of acts) {
            const before: ReceiptState = state;
            if (refusalOf(() => nextReceiptState({ state: before, duty }, act)) !== null) continue;
            state = nextReceiptState({ state: before, duty }, act);
            expect(RECEIPT_STATES).toContain(state);
            expect(duty === 'READ' && isSigned(state, duty)).toBe(false);
            expect(act === 'RECALL' && isSigned(before, duty)).toBe(false);
          }
        },
      ),
    );
  });
});
