import { electionClock } from './election-clock';

const term = { electedOn: '2017-10-14', appointedOn: null, endsOn: '2020-10-14', extendedTo: null };

test('the clock of a term ends in the evening of its last day, be that a Saturday', () => {
  expect(electionClock({ ...term, electedOn: '2020-10-14', endsOn: '2023-10-14' })).toEqual({
    startedAt: new Date('2020-10-14T00:00:00+08:00'),
    dueAt: new Date('2023-10-14T18:00:00+08:00'),
  });
});

test('an extension is its last day', () => {
  expect(electionClock({ ...term, extendedTo: '2021-04-14' })?.dueAt).toEqual(new Date('2021-04-14T18:00:00+08:00'));
});

test('who was appointed owes no election', () => {
  expect(electionClock({ electedOn: null, appointedOn: '2017-10-14', endsOn: null, extendedTo: null })).toBeNull();
});
