import { refusalOf } from '@hub/testing';
import {
  assertDistribution,
  confirmedRecipients,
  defaultDuty,
  previewDifference,
  type Recipient,
} from './distribution';

function to(organizationId: string): Recipient {
  return { organizationId, role: 'TO', duty: 'ACKNOWLEDGE' };
}

describe('the duty of a recipient', () => {
  it.each([
    ['TO', true, 'FEEDBACK'],
    ['TO', false, 'ACKNOWLEDGE'],
    ['COPY', true, 'ACKNOWLEDGE'],
    ['DISTRIBUTE', true, 'ACKNOWLEDGE'],
  ] as const)('%s with feedback asked %s is %s', (role, asked, duty) => {
    expect(defaultDuty(role, asked)).toBe(duty);
  });
});

describe('a distribution', () => {
  it.each([
    ['nobody', [], false, 'NO_RECIPIENTS'],
    ['one body twice', [to('a'), to('a')], false, 'RECIPIENT_TWICE'],
    ['feedback that was not asked for', [{ ...to('a'), duty: 'FEEDBACK' as const }], false, 'FEEDBACK_KIND_REQUIRED'],
    ['feedback that was asked for', [{ ...to('a'), duty: 'FEEDBACK' as const }], true, null],
    ['two bodies', [to('a'), to('b')], false, null],
  ])('to %s is judged', (_, recipients, asked, reason) => {
    expect(refusalOf(() => assertDistribution(recipients, asked))).toBe(reason);
  });
});

describe('recipients who changed since the approval', () => {
  const difference = previewDifference([to('a'), to('b')], [to('b'), to('c')]);

  it('are shown', () => {
    expect(difference).toEqual({ unchanged: [to('b')], joined: [to('c')], left: [to('a')] });
  });

  it.each([
    ['the one who joined is left out, the one who left is dropped', [], ['c', 'a'], ['b']],
    ['the one who joined is included', ['c'], ['a'], ['b', 'c']],
    ['the one who left is kept', ['a'], ['c'], ['b', 'a']],
  ])('are confirmed: %s', (_, include, leaveOut, ids) => {
    const recipients = confirmedRecipients(difference, { include, leaveOut });
    expect(recipients.map((recipient) => recipient.organizationId)).toEqual(ids);
  });

  it.each([
    ['nothing said', [], []],
    ['one of two said', ['c'], []],
    ['one said twice', ['c'], ['c', 'a']],
    ['one said both ways and the other not', ['c'], ['c']],
    ['said of a body that did not change', ['b', 'c'], ['a']],
    ['another body in place of the one that joined', ['d'], ['a']],
  ])('are refused with %s', (_, include, leaveOut) => {
    expect(refusalOf(() => confirmedRecipients(difference, { include, leaveOut }))).toBe('RECIPIENTS_CHANGED');
  });

  it('need no word when nothing changed', () => {
    const none = previewDifference([to('a')], [to('a')]);
    expect(confirmedRecipients(none, { include: [], leaveOut: [] })).toEqual([to('a')]);
  });
});
