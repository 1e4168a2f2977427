import { addDays, HOUR_MS, type LocalDate, localDate, startOfDay } from './local-date';
import type { CalendarDay } from './working-calendar';
import { type HoursClock, overlap, workingSpans } from './working-hours';
import type { WorkingTime } from './working-time';

/** How a limit is counted: by working days, by hours of the office (and its duty roster), or always. */
export type CountedBy = 'WORKDAYS' | HoursClock | 'ALWAYS';

/** One day of a clock, and why it counts or does not. */
export interface ClockDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  /** Hours that the clock ran on it. */
  readonly hours: number;
  /** 第3个工作日; 节假日：国庆节. */
  readonly text: string;
}

export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The days of a stretch of a clock, with what each counts for (为什么逾期). By working days the day on which it begins does
 * not count. A year that is not loaded is told and not guessed; what explains a limit refuses nothing.
 */
export function clockDays({ from, to }: Stretch, by: CountedBy, time: WorkingTime): ClockDay[] {
  const days: ClockDay[] = [];
  let workdays = 0;
  for (let date = localDate(from); startOfDay(date) < to; date = addDays(date, 1)) {
    const day = dayOf(date, time);
    const hours = hoursOn(date, { from, to }, by, time, day);
    const counted = by === 'WORKDAYS' ? day?.workday === true && date !== localDate(from) : hours > 0;
    if (counted) workdays += 1;
    const facts = { day, counted, hours, isFirst: date === localDate(from), by, workdays };
    const provisional = time.calendar.isProvisional(date) ? '（暂定）' : '';
    days.push({ date, counted, hours: by === 'WORKDAYS' && !counted ? 0 : hours, text: textOf(facts) + provisional });
  }
  return days;
}

/** Whether a limit that the calendar counted rests on a table that is only expected. */
export function isProvisionalClock({ from, to }: Stretch, { calendar }: WorkingTime): boolean {
  for (let date = localDate(from); startOfDay(date) < to; date = addDays(date, 1)) {
    if (calendar.isProvisional(date)) return true;
  }
  return false;
}

function dayOf(date: LocalDate, { calendar }: WorkingTime): CalendarDay | null {
  return calendar.isLoaded(date) ? calendar.dayOf(date) : null;
}

function hoursOn(date: LocalDate, stretch: Stretch, by: CountedBy, time: WorkingTime, day: CalendarDay | null): number {
  const [from, to] = [stretch.from.getTime(), stretch.to.getTime()];
  const midnight = startOfDay(date).getTime();
  const whole = [{ from: midnight, to: midnight + 24 * HOUR_MS }];
  if (by !== 'ALWAYS' && day === null) return 0;
  const spans = by === 'ALWAYS' ? whole : workingSpans(time, date, by === 'WORKDAYS' ? 'OFFICE' : by);
  const ran = spans.reduce((sum, span) => sum + overlap(span, from, to), 0);
  return Math.round((ran / HOUR_MS) * 100) / 100;
}

interface DayFacts {
  readonly day: CalendarDay | null;
  readonly counted: boolean;
  readonly hours: number;
  readonly isFirst: boolean;
  readonly by: CountedBy;
  /** How many days have counted so far. */
  readonly workdays: number;
}

function textOf({ day, counted, hours, isFirst, by, workdays }: DayFacts): string {
  if (by === 'ALWAYS') return '全天计时';
  if (day === null) return '该年节假日安排未载入，未计';
  if (by === 'WORKDAYS') {
    if (isFirst) return '起算当日不计';
    return counted ? `第 ${workdays} 个工作日${reasonOf(day)}` : nameOf(day);
  }
  if (day.workday) return counted ? `办公时间${reasonOf(day)}` : `办公时间以外${reasonOf(day)}`;
  return hours > 0 ? `${nameOf(day)}，值班` : nameOf(day);
}

/** Why a day that is worked is out of the ordinary. */
const reasonOf = (day: CalendarDay): string => (day.kind === 'WORKDAY' ? '' : `（${nameOf(day)}）`);

function nameOf({ kind, note, workday }: CalendarDay): string {
  switch (kind) {
    case 'WORKDAY':
      return '工作日';
    case 'WEEKEND':
      return '周末';
    case 'HOLIDAY':
      return `节假日：${note}`;
    case 'MAKE_UP':
      return `调休上班：${note}`;
    case 'LOCAL':
      return `本地规定${workday ? '上班' : '休息'}：${note}`;
  }
}
