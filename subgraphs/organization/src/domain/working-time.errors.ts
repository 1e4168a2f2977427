import { defineErrors } from '@hub/core';

export const workingTimeError = defineErrors({
  /** Thrown when a source, a note or the name of a holiday is missing or too long. */
  CALENDAR_TEXT: { kind: 'BAD_USER_INPUT', message: '{label}须为 {least} 至 {most} 字。' },
  /** Thrown when a table is loaded for a year before the first that the hub carries, or beyond the year after next. */
  CALENDAR_YEAR_RANGE: { kind: 'BAD_USER_INPUT', message: '只能载入 {first} 年至 {last} 年的安排。' },
  /** Thrown when a table is loaded as provisional for a year whose official table is there: expectation yields to notice. */
  CALENDAR_YEAR_OFFICIAL: {
    kind: 'CONFLICT',
    message: '{year} 年已有正式安排，不能再按暂定载入；如需更正，请按正式安排载入。',
  },
  /** Thrown when a table is loaded that is there already, to the day and the word. */
  CALENDAR_YEAR_UNCHANGED: { kind: 'CONFLICT', message: '{year} 年已是该安排，无需重复载入。' },
  /** Thrown when an override says of a day what the tables say of it anyway. */
  CALENDAR_OVERRIDE_NEEDLESS: { kind: 'CONFLICT', message: '{date} 按全国安排本来就是{day}，无需另行规定。' },
  /** Thrown when an override is removed that is not there. */
  CALENDAR_OVERRIDE_NOT_FOUND: { kind: 'NOT_FOUND', message: '{date} 没有本地规定。' },
  /** Thrown when duty is arranged for days that are over: what ran by it cannot run anew. */
  DUTY_WINDOW_PAST: { kind: 'BAD_USER_INPUT', message: '值班只能自今日起安排。' },
  /** Thrown when the stretch that is arranged anew ends before it begins, or is longer than a year. */
  DUTY_WINDOW_INVALID: { kind: 'BAD_USER_INPUT', message: '安排的起止时间无效：止须晚于起，且不超过一年。' },
  /** Thrown when a period or shift does not lie in the stretch that is arranged anew. */
  DUTY_OUTSIDE_WINDOW: { kind: 'BAD_USER_INPUT', message: '值班时段 {from} 至 {to} 不在本次安排的起止时间之内。' },
  /** Thrown when two shifts of an organisation overlap: it would be open who answers. */
  DUTY_SHIFTS_OVERLAP: { kind: 'CONFLICT', message: '{from} 起的班次与 {until} 止的班次重叠，同一时间只能一人值班。' },
  /** Thrown when somebody is put on duty who holds no post for the work in the organisation on those days. */
  DUTY_POST_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '{from} 起的班次：该岗位届时不在本党组织任职，或不是业务岗位。',
  },
});
