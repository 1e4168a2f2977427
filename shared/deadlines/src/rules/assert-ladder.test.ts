import type { LadderStep } from '@hub/contracts';
import { refusalOf } from '@hub/testing';

import { assertLadder } from './assert-ladder';
import { DEFAULT_LADDERS } from './default-ladders';

const half: LadderStep = { code: 'HALF', level: 0, time: { by: 'SHARE', share: 0.5 }, addressees: ['UNIT_DESK'] };
const end: LadderStep = { code: 'END', level: 0, time: { by: 'SHARE', share: 1 }, addressees: ['UNIT_DESK'] };
const workdays = (count: number, change: Partial<LadderStep> = {}): LadderStep => ({
  code: `W${count}`,
  level: 1,
  time: { by: 'WORKDAYS_AFTER', workdays: count },
  addressees: ['UNIT_DESK'],
  ...change,
});
const hours = (count: number, change: Partial<LadderStep> = {}): LadderStep => ({
  ...workdays(1),
  code: `H${count}`,
  time: { by: 'HOURS_AFTER', hours: count },
  ...change,
});
const months = (count: number): LadderStep => ({
  ...half,
  code: `M${count}`,
  time: { by: 'MONTHS_BEFORE', months: count },
});
const day = (count: number): LadderStep => ({ ...half, code: `D${count}`, time: { by: 'DAY_OF_MONTH', day: count } });

const reasonOf = (steps: readonly LadderStep[]) => refusalOf(() => assertLadder({ steps: [...steps] }));

test.each(DEFAULT_LADDERS.ladders.map((ladder) => [`${ladder.obligation} ${ladder.urgency ?? ''}`, ladder]))(
  'the house keeps its own rules: %s',
  (_, ladder) => expect(reasonOf(ladder.steps)).toBeNull(),
);

test.each<[string, LadderStep[]]>([
  ['one automatic step alone', [end]],
  ['levels that stay and rise', [half, end, workdays(1), workdays(2), workdays(3, { level: 4 })]],
  ['hours before working days', [end, hours(4), workdays(1)]],
  ['kinds that no number compares', [half, months(2), months(1), end]],
  ['the last step again and again', [end, workdays(1, { repeatDays: 7 })]],
  ['the 28th of a month', [day(10), day(28), end]],
])('allows %s', (_, steps) => expect(reasonOf(steps)).toBeNull());

test.each<[string, LadderStep[], string]>([
  ['no step', [], 'LADDER_STEP_COUNT'],
  ['a step too many', Array.from({ length: 21 }, (_, at) => workdays(at + 1, { level: 0 })), 'LADDER_STEP_COUNT'],
  ['one code twice', [half, { ...end, code: 'HALF' }], 'LADDER_CODE_TWICE'],
  ['a code in small letters', [{ ...half, code: 'half' }], 'LADDER_CODE_INVALID'],
  ['a code with the mark of repetition', [{ ...half, code: 'M1#2' }], 'LADDER_CODE_INVALID'],
  ['a fifth level', [end, workdays(1, { level: 5 })], 'LADDER_LEVEL_INVALID'],
  ['a level below none', [{ ...end, level: -1 }], 'LADDER_LEVEL_INVALID'],
  ['nothing automatic', [workdays(1), workdays(2)], 'LADDER_NOTHING_AUTOMATIC'],
  ['a past level', [end, workdays(1, { level: 2 }), workdays(2, { level: 1 })], 'LADDER_LEVEL_BACK'],
  [
    'a past level, one between',
    [end, workdays(1, { level: 2 }), workdays(2, { level: 2 }), workdays(3)],
    'LADDER_LEVEL_BACK',
  ],
  ['a level that nobody hears', [end, workdays(1, { addressees: [] })], 'LADDER_NOBODY'],
  ['a repeat that is not last', [{ ...half, repeatDays: 7 }, end], 'LADDER_REPEAT_NOT_LAST'],
  ['a repeat after no days', [end, workdays(1, { repeatDays: 0 })], 'LADDER_REPEAT_INVALID'],
  ['a reminder in writing that nobody signed', [{ ...end, inWriting: true }], 'LADDER_WRITING_AUTOMATIC'],
  ['no share of the time', [{ ...half, time: { by: 'SHARE', share: 0 } }], 'LADDER_STEP_TIME'],
  ['more than all of the time', [{ ...half, time: { by: 'SHARE', share: 1.5 } }], 'LADDER_STEP_TIME'],
  ['half a working day', [end, workdays(1.5, { code: 'W' })], 'LADDER_STEP_TIME'],
  ['no hours', [end, hours(0)], 'LADDER_STEP_TIME'],
  ['the 30th, which February has not', [day(30)], 'LADDER_STEP_TIME'],
  ['months without end', [months(61)], 'LADDER_STEP_TIME'],
  ['the end before its half', [end, half], 'LADDER_TIME_BACK'],
  ['half of the time twice', [half, { ...half, code: 'AGAIN' }], 'LADDER_TIME_BACK'],
  ['half of the time after the end', [end, workdays(1, { level: 0 }), half], 'LADDER_TIME_BACK'],
  ['the second working day before the first', [end, workdays(2), workdays(1)], 'LADDER_TIME_BACK'],
  ['working days before hours', [end, workdays(1), hours(4)], 'LADDER_TIME_BACK'],
  ['more months before, later', [months(2), months(6)], 'LADDER_TIME_BACK'],
  ['more months before, later, another kind between', [months(2), half, months(6)], 'LADDER_TIME_BACK'],
  ['the 20th before the 10th', [day(20), day(10)], 'LADDER_TIME_BACK'],
  ['the end before a day of its month', [end, day(20)], 'LADDER_TIME_BACK'],
])('refuses %s', (_, steps, reason) => expect(reasonOf(steps)).toBe(reason));
