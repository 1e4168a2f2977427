import { refusalOf } from '@hub/testing';
import { type AdoptionLevel, assertAdoptedOn, highestLevel } from './adoption';

test.each<[AdoptionLevel[], AdoptionLevel | null]>([
  [[], null],
  [['COMMITTEE'], 'COMMITTEE'],
  [['PROVINCE', 'CITY'], 'PROVINCE'],
  [['NATION', 'COMMITTEE', 'NATION'], 'NATION'],
])('what was adopted at %j counts at %s', (levels, highest) => {
  expect(highestLevel(levels)).toBe(highest);
});

test.each([
  ['2026-10-07', 'ADOPTED_ON_INVALID'],
  ['2026-10-08', null],
  ['2026-10-20', null],
  ['2026-10-21', 'ADOPTED_ON_INVALID'],
])('handed in on 8 October and adopted on %s, told on 20 October: %s', (adoptedOn, refusal) => {
  // Late at night by the clock of Greenwich, and the next day here.
  const firstSubmittedAt = new Date('2026-10-07T20:00:00Z');
  const now = new Date('2026-10-20T09:00:00+08:00');
  expect(refusalOf(() => assertAdoptedOn(adoptedOn, firstSubmittedAt, now))).toBe(refusal);
});
