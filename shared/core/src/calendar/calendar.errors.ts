import { defineErrors } from '../errors';

export const calendarError = defineErrors({
  /** Thrown when a computation touches a year whose official table is not loaded: a guess would be a wrong deadline. */
  CALENDAR_YEAR_MISSING: {
    kind: 'CONFLICT',
    message:
      '{year} 年的节假日安排尚未载入，无法计算工作日期限。请系统管理员载入该年安排；通知尚未公布的，可先载入暂定安排。',
  },
  /**
   * Thrown when a year's table or an override cannot be true: a date outside its year or there twice, a range that runs
   * backwards, a make-up day that is no weekend.
   */
  CALENDAR_TABLE_INVALID: { kind: 'BAD_USER_INPUT', message: '节假日安排有误：{fault}。' },
  /** Thrown when a text is not a day that exists, as YYYY-MM-DD. */
  DATE_INVALID: { kind: 'BAD_USER_INPUT', message: '日期“{value}”无效，须为存在的日期，形如 2020-09-27。' },
  /** Thrown when a number of working days is not an integer, or working hours are negative or not finite. */
  WORKING_TIME_INVALID: { kind: 'BAD_USER_INPUT', message: '工作日数或工作小时数“{value}”无效。' },
  /** Thrown when a duty period ends before it begins, or is no pair of instants. */
  DUTY_PERIOD_INVALID: { kind: 'BAD_USER_INPUT', message: '值班时段“{from} 至 {to}”无效，结束须晚于开始。' },
  /** Thrown when office hours are empty, malformed, overlapping or out of order. */
  OFFICE_HOURS_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '办公时间设置有误，须为先后有序、互不重叠的时段，形如 08:30–12:00。',
  },
});
