import { Dice } from './dice';
import { DAY, HOUR, MINUTE, weekdayAfter } from './plain-times';

/** One moment at which the clock stands, and what belongs to it. */
export interface Moment {
  readonly at: number;
  /** Papers are issued at nine. */
  readonly opens: boolean;
  /** Whether the run waits here until nothing is due any more. */
  readonly settles: boolean;
}

/** Thursday. */
const FIRST_DAY = Date.parse('2020-10-15T00:00:00+08:00');
const OPENING = 9 * HOUR;
/** So many moments after each nine o'clock, up to the next morning. */
const A_DAY = 7;
/** One of so many moments is followed by an earlier one: somebody sets a clock back. */
const SET_BACK = 9;

/** Office days with leaps of minutes and hours between their moments, and a few steps back. */
export function timelineOf(seed: number, days: number): readonly Moment[] {
  const dice = new Dice(seed);
  const moments: Moment[] = [];
  for (let day = 0; day < days; day += 1) {
    const morning = (day === 0 ? FIRST_DAY : weekdayAfter(FIRST_DAY, day)) + OPENING;
    const leaps = Array.from({ length: A_DAY }, () => 1 + dice.below(15 * 60)).sort((a, b) => a - b);
    moments.push({ at: morning, opens: true, settles: false });
    for (const minutes of leaps) {
      moments.push({ at: morning + minutes * MINUTE, opens: false, settles: dice.percent(50) });
      if (dice.below(SET_BACK) > 0) continue;
      const back = Math.max(minutes - 1 - dice.below(40), 0);
      moments.push({ at: morning + back * MINUTE, opens: false, settles: false });
    }
  }
  const last = Math.max(...moments.map(({ at }) => at));
  return [...moments, { at: last + DAY, opens: false, settles: true }];
}
