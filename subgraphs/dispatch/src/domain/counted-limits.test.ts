import { composeWorkingTime, STANDARD_TIME_RULES } from '@hub/core';

import { type CountedReceipt, countedLimits } from './counted-limits';

const at = (text: string) => new Date(`2020-10-${text}:00+08:00`);

/** Friday the 16th is off after all. */
const corrected = composeWorkingTime({
  ...STANDARD_TIME_RULES,
  overrides: [{ date: '2020-10-16', workday: false, note: '全市停工' }],
});

const receipt: CountedReceipt = {
  urgency: 'ORDINARY',
  duty: 'FEEDBACK',
  state: 'DELIVERED',
  deliveredAt: at('15T09:00'),
  clockStartedAt: null,
  acknowledgeDueAt: at('16T18:00'),
  feedbackDueAt: at('29T18:00'),
  feedbackBasis: 'TERM',
};

const recounted = (change: Partial<CountedReceipt>) =>
  countedLimits({ ...receipt, ...change }).map(({ obligation, endBy }) => [obligation, endBy(corrected)]);

describe('limits that rest on terms', () => {
  it('are the signature and the feedback of a paper that is not signed', () => {
    expect(recounted({})).toEqual([
      ['ACKNOWLEDGE', at('19T18:00')],
      ['FEEDBACK', at('30T18:00')],
    ]);
  });

  it('come to what they are by the calendar they were set by', () => {
    const time = composeWorkingTime();
    expect(countedLimits(receipt).map(({ endBy }) => endBy(time))).toEqual([at('16T18:00'), at('29T18:00')]);
  });

  it('are the feedback alone once it is signed, or while its return waits for an answer', () => {
    const feedback = [['FEEDBACK', at('30T18:00')]];
    expect(recounted({ state: 'ACKNOWLEDGED' })).toEqual(feedback);
    expect(recounted({ state: 'RETURNED' })).toEqual(feedback);
  });

  it.each(['STATED', 'GRANTED'] as const)(
    'leave out feedback whose date was %s, which the signature still obeys',
    (basis) => {
      const stated = { feedbackBasis: basis, feedbackDueAt: at('17T18:00') };
      expect(recounted(stated)).toEqual([['ACKNOWLEDGE', at('17T18:00')]]);
      expect(recounted({ ...stated, state: 'ACKNOWLEDGED' })).toEqual([]);
    },
  );

  it('count the signature from the answer to a return, and not from an extension', () => {
    const answered = { state: 'RETURN_ANSWERED', clockStartedAt: at('20T09:00') } as const;
    expect(recounted(answered)[0]).toEqual(['ACKNOWLEDGE', at('21T18:00')]);
    expect(recounted({ ...answered, feedbackBasis: 'GRANTED' })).toEqual([]);
    expect(recounted({ clockStartedAt: at('20T09:00'), feedbackBasis: 'GRANTED' })[0]).toEqual([
      'ACKNOWLEDGE',
      at('19T18:00'),
    ]);
  });

  it('are none where nothing is owed', () => {
    expect(recounted({ state: 'CLOSED' })).toEqual([]);
    expect(recounted({ duty: 'READ', acknowledgeDueAt: null, feedbackDueAt: null })).toEqual([]);
  });
});
