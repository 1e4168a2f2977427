import fc from 'fast-check';

import { DUTIES } from './duty';
import { addProgress, type CountedReceipt, contribution, NO_PROGRESS, progressDelta, recount } from './progress';
import { nextReceiptState, possibleReceiptActs, RECEIPT_STATES, type ReceiptAct } from './receipt-state';

function after(...acts: ReceiptAct[]): CountedReceipt {
  const duty = 'FEEDBACK';
  return acts.reduce<CountedReceipt>((receipt, act) => ({ duty, state: nextReceiptState(receipt, act) }), {
    duty,
    state: 'DELIVERED',
  });
}

function times(count: number, ...acts: ReceiptAct[]): CountedReceipt[] {
  return Array.from({ length: count }, () => after(...acts));
}

describe('the progress of a document', () => {
  it('is what the journey of 140号 ends with', () => {
    const again = ['SUBMIT_FEEDBACK', 'RETURN_FEEDBACK', 'SUBMIT_FEEDBACK'] as const;
    const receipts = [
      ...times(38, 'ACKNOWLEDGE', 'SUBMIT_FEEDBACK'),
      ...times(2, 'ACKNOWLEDGE', ...again),
      ...times(20, 'ACKNOWLEDGE'),
      ...times(3, 'RETURN', 'ANSWER_RETURN', 'ACKNOWLEDGE'),
      ...times(2, 'OPEN', 'RETURN'),
      ...times(11),
      ...times(1, 'RECALL'),
    ];
    expect(recount(receipts)).toMatchObject({
      live: 76,
      acknowledged: 63,
      returned: 2,
      awaiting: 11,
      unopened: 11,
      feedbackSubmitted: 40,
      recalled: 1,
    });
  });

  it('keeps accepted feedback accepted when the receipt is closed', () => {
    const closed = after('ACKNOWLEDGE', 'SUBMIT_FEEDBACK', 'ACCEPT_FEEDBACK', 'CLOSE');
    expect(contribution(closed)).toMatchObject({ feedbackAccepted: 1, closed: 1, acknowledged: 1 });
    expect(contribution({ duty: 'ACKNOWLEDGE', state: 'CLOSED' })).toMatchObject({ feedbackAccepted: 0, closed: 1 });
  });

  it('puts each live receipt in exactly one place', () => {
    for (const state of RECEIPT_STATES) {
      for (const duty of DUTIES) {
        const { live, awaiting, acknowledged, returned, reading } = contribution({ state, duty });
        // A reader never signs, so the table does not reach these.
        if (duty === 'READ' && acknowledged === 1) continue;
        expect(awaiting + acknowledged + returned + reading).toBe(live);
      }
    }
  });

  it('kept by differences equals a recount, whatever happens', () => {
    const choices = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 80 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DUTIES), { minLength: 1, maxLength: 6 }), choices, (duties, moves) => {
        const receipts: CountedReceipt[] = duties.map((duty) => ({ duty, state: 'DELIVERED' }));
        let kept = receipts.map((receipt) => progressDelta(null, receipt)).reduce(addProgress, NO_PROGRESS);
        for (const [which, move] of moves) {
          const index = which % receipts.length;
          const from = receipts[index] as CountedReceipt;
          const acts = possibleReceiptActs(from);
          const to = { ...from, state: nextReceiptState(from, acts[move % acts.length] as ReceiptAct) };
          kept = addProgress(kept, progressDelta(from, to));
          receipts[index] = to;
        }
        expect(kept).toEqual(recount(receipts));
      }),
    );
  });
});
