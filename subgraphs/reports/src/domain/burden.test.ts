import { askOf, handedIn } from './burden';
import type { FieldOrigin, TemplateField } from './template-field';

const field = (origin: FieldOrigin): TemplateField => ({
  key: 'a',
  label: '甲',
  type: 'NUMBER',
  origin,
  required: true,
});

test('what the hub fills in is no work, and what is computed is neither', () => {
  const fields = [
    field({ by: 'ASKED' }),
    field({ by: 'ASKED' }),
    field({ by: 'PREFILLED', fact: 'members.total' }),
    field({ by: 'DERIVED', formula: 'a + a' }),
  ];
  expect(askOf(fields, 30)).toEqual({ askedFields: 2, knownFields: 1, minutes: 30 });
});

test.each([
  ['the first, with its time', { first: true, minutes: null }, 20, { reports: 1, minutesSpent: 20, minutesSaid: 1 }],
  ['the first, without one', { first: true, minutes: null }, null, { reports: 1, minutesSpent: 0, minutesSaid: 0 }],
  ['again, longer', { first: false, minutes: 20 }, 35, { reports: 0, minutesSpent: 15, minutesSaid: 0 }],
  ['again, shorter', { first: false, minutes: 20 }, 5, { reports: 0, minutesSpent: -15, minutesSaid: 0 }],
  ['again, said now', { first: false, minutes: null }, 5, { reports: 0, minutesSpent: 5, minutesSaid: 1 }],
  ['again, not said', { first: false, minutes: 20 }, null, { reports: 0, minutesSpent: 0, minutesSaid: 0 }],
])('handed in: %s', (_, before, minutes, change) => {
  expect(handedIn(before, minutes)).toEqual(change);
});
