import { signatureOf } from './signature';

const due = new Date('2020-10-16T18:00:00+08:00');
const later = new Date(due.getTime() + 1);

test.each([
  ['by its end', due, due, true],
  ['a moment later', later, due, false],
  ['without a limit', due, null, false],
  ['not at all', null, due, false],
])('signed %s', (_, acknowledgedAt, dueAt, onTime) => {
  expect(signatureOf(acknowledgedAt, dueAt)).toEqual({ acknowledgedAt: acknowledgedAt?.toISOString() ?? null, onTime });
});
