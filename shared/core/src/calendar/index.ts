export { calendarError } from './calendar.errors';
export { type ClockDay, type CountedBy, clockDays, isProvisionalClock, type Stretch } from './clock-days';
export {
  addDays,
  addMonths,
  endOfDay,
  isLocalDate,
  type LocalDate,
  localDate,
  localMinute,
  localTime,
  startOfDay,
} from './local-date';
export { OFFICIAL_YEARS } from './official-years';
export { afterQuietHours, type QuietHours } from './quiet-hours';
export { type Term, termEnd } from './term';
export {
  type CalendarDay,
  type CalendarOverride,
  type CalendarParts,
  type CalendarYear,
  type ComposedCalendar,
  composeCalendar,
  type DayKind,
  type HolidayArrangement,
  type WorkingCalendar,
} from './working-calendar';
export { addWorkdays, onOrAfterWorkday, workdaysBetween } from './working-days';
export { addWorkingHours, type HoursClock, isOfficeTime, workingHoursBetween, workingSpans } from './working-hours';
export {
  composeWorkingTime,
  DEFAULT_OFFICE_HOURS,
  joinSpans,
  type OfficeWindow,
  parseOfficeHours,
  type Span,
  STANDARD_TIME_RULES,
  type TimeRules,
  type WorkingTime,
} from './working-time';
