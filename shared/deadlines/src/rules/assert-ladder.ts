import type { Ladder, LadderStep } from '@hub/contracts';

import { ladderError } from './ladder.errors';

type Steps = Pick<Ladder, 'steps'>;

export const MOST_STEPS = 20;
const MOST_DAYS = 366;
const MOST_HOURS = 24 * MOST_DAYS;
const HIGHEST = 4;

/**
 * A ladder goes forward in time and upward in level, begins by itself, and names whom it means: nothing in it can come
 * before what stands above it, and no step returns to an earlier one.
 */
export function assertLadder({ steps }: Steps): void {
  if (steps.length === 0 || steps.length > MOST_STEPS) throw ladderError('LADDER_STEP_COUNT', { most: MOST_STEPS });
  steps.forEach((step, index) => {
    assertStep(step, index === steps.length - 1);
    for (const above of steps.slice(0, index)) assertFollows(above, step);
  });
  const codes = steps.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw ladderError('LADDER_CODE_TWICE', { code: twice });
  if (!steps.some(({ level }) => level === 0)) throw ladderError('LADDER_NOTHING_AUTOMATIC');
}

function assertStep(step: LadderStep, isLast: boolean): void {
  const { code, level, addressees, repeatDays, inWriting } = step;
  if (!/^[A-Z][A-Z0-9_]{0,30}$/.test(code)) throw ladderError('LADDER_CODE_INVALID');
  if (!Number.isInteger(level) || level < 0 || level > HIGHEST) throw ladderError('LADDER_LEVEL_INVALID', { code });
  if (!isTime(step)) throw ladderError('LADDER_STEP_TIME', { code });
  if (addressees.length === 0) throw ladderError('LADDER_NOBODY', { code });
  if (inWriting && level === 0) throw ladderError('LADDER_WRITING_AUTOMATIC', { code });
  if (repeatDays === undefined) return;
  if (!isCount(repeatDays, MOST_DAYS)) throw ladderError('LADDER_REPEAT_INVALID', { code, most: MOST_DAYS });
  if (!isLast) throw ladderError('LADDER_REPEAT_NOT_LAST', { code });
}

function isTime({ time }: LadderStep): boolean {
  switch (time.by) {
    case 'SHARE':
      return time.share > 0 && time.share <= 1;
    case 'HOURS_AFTER':
      return time.hours > 0 && time.hours <= MOST_HOURS;
    case 'WORKDAYS_AFTER':
      return isCount(time.workdays, MOST_DAYS);
    case 'MONTHS_BEFORE':
      return isCount(time.months, 60);
    case 'DAY_OF_MONTH':
      return isCount(time.day, 28);
  }
}

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function assertFollows(above: LadderStep, step: LadderStep): void {
  const { code } = step;
  if (step.level < above.level) throw ladderError('LADDER_LEVEL_BACK', { code });
  if (!isLater(above.time, step.time)) throw ladderError('LADDER_TIME_BACK', { code });
}

type StepTime = LadderStep['time'];

/**
 * Times of one kind compare by their numbers. Of two kinds it is said only which lies before the end, which at it and which
 * after: how a half of the time and two months before the end lie to each other depends on the clock.
 */
function isLater(above: StepTime, time: StepTime): boolean {
  if (above.by === time.by) return amountOf(time) > amountOf(above);
  return sideOf(time) >= sideOf(above);
}

/** Grows with the time within one kind. */
function amountOf(time: StepTime): number {
  switch (time.by) {
    case 'SHARE':
      return time.share;
    case 'HOURS_AFTER':
      return time.hours;
    case 'WORKDAYS_AFTER':
      return time.workdays;
    case 'MONTHS_BEFORE':
      return -time.months;
    case 'DAY_OF_MONTH':
      return time.day;
  }
}

/** Before the end, at it, or after it: by hours first, then by working days. */
function sideOf(time: StepTime): number {
  switch (time.by) {
    case 'SHARE':
      return time.share === 1 ? 1 : 0;
    case 'MONTHS_BEFORE':
    case 'DAY_OF_MONTH':
      return 0;
    case 'HOURS_AFTER':
      return 2;
    case 'WORKDAYS_AFTER':
      return 3;
  }
}
