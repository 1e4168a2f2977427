export { calendarError } from './calendar.errors';
export {
  addDays,
  addMonths,
  endOfDay,
  isLocalDate,
  type LocalDate,
  localDate,
  localTime,
  startOfDay,
} from './local-date';
export { OFFICIAL_YEARS } from './official-years';
export {
  type CalendarOverride,
  type CalendarParts,
  type CalendarYear,
  type ComposedCalendar,
  composeCalendar,
  type HolidayArrangement,
  type WorkingCalendar,
} from './working-calendar';
export {
  addWorkdays,
  addWorkingHours,
  DEFAULT_OFFICE_HOURS,
  type OfficeWindow,
  onOrAfterWorkday,
  workdaysBetween,
} from './working-time';
