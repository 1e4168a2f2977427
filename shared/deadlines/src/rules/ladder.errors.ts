import { defineErrors } from '@hub/core';

export const ladderError = defineErrors({
  /** Thrown when a ladder would hold for a day on which clocks have begun already: those run by the one before. */
  LADDER_NOT_AHEAD: {
    kind: 'BAD_USER_INPUT',
    message: '催办梯度须自明日（{first}）或以后起施行，已起算的时限不受影响。',
  },
  /** Thrown when a ladder has no steps, or more than people would bear. */
  LADDER_STEP_COUNT: { kind: 'BAD_USER_INPUT', message: '催办梯度须有 1 至 {most} 步。' },
  /** Thrown when two steps of a ladder have one code: the ledger would hold them for one. */
  LADDER_CODE_TWICE: { kind: 'BAD_USER_INPUT', message: '步骤代码 {code} 重复。' },
  /** Thrown when a code is not a short word in capitals. */
  LADDER_CODE_INVALID: { kind: 'BAD_USER_INPUT', message: '步骤代码须为 1 至 31 位大写字母、数字或下划线，字母开头。' },
  /** Thrown when a step says not one time but none, or several. */
  LADDER_STEP_TIME: {
    kind: 'BAD_USER_INPUT',
    message: '步骤 {code} 须且只须规定一个时间，且在允许的范围内。',
  },
  /** Thrown when a step comes before the one above it, whatever the clock is. */
  LADDER_TIME_BACK: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 的时间不晚于上一步，梯度只能向后。' },
  /** Thrown when a step is of a lower level than the one above it. */
  LADDER_LEVEL_BACK: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 的级别低于上一步，梯度只能向上。' },
  /** Thrown when a level is not one of 0 to 4. */
  LADDER_LEVEL_INVALID: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 的级别须为 0 至 4 级。' },
  /** Thrown when nothing in a ladder comes by itself: who owes would hear of it only when somebody happened to look. */
  LADDER_NOTHING_AUTOMATIC: { kind: 'BAD_USER_INPUT', message: '催办梯度至少须有一步由系统自动提醒（0 级）。' },
  /** Thrown when a step names nobody. */
  LADDER_NOBODY: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 未规定提醒谁。' },
  /** Thrown when a step that comes again is followed by another: it never would. */
  LADDER_REPEAT_NOT_LAST: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 重复提醒，只能是最后一步。' },
  /** Thrown when a step comes again after no days, or after more than a year. */
  LADDER_REPEAT_INVALID: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 的重复间隔须为 1 至 {most} 日。' },
  /** Thrown when a step that the system sends by itself is to go out in writing. */
  LADDER_WRITING_AUTOMATIC: { kind: 'BAD_USER_INPUT', message: '步骤 {code} 由系统自动发出，不能是书面督办。' },
  /** Thrown when there is no such ladder ahead; what holds already is not taken back, but followed by another. */
  LADDER_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有自该日起施行、尚未施行的该项催办梯度。' },
  /** Thrown when a committee keeps more ladders than anybody could survey. */
  LADDERS_TOO_MANY: { kind: 'CONFLICT', message: '催办梯度已有 {most} 项，请先取消尚未施行的。' },
  /** Thrown when hours are no hours, or all of the day: nobody would ever be reminded. */
  QUIET_HOURS_INVALID: { kind: 'BAD_USER_INPUT', message: '免打扰时段须为有效的起止时刻，且不能是全天。' },
  /** Thrown when an exemption gives no reason, a novel, or what cannot be seen. */
  EXEMPTION_REASON: { kind: 'BAD_USER_INPUT', message: '免于催办的理由须为 {least} 至 {most} 字，不得含控制字符。' },
  /** Thrown when an exemption ends before it begins. */
  EXEMPTION_OVER: { kind: 'BAD_USER_INPUT', message: '免于催办的末日不能早于今日。' },
  /** Thrown when an exemption is ended that is not there. */
  EXEMPTION_NOT_FOUND: { kind: 'NOT_FOUND', message: '该党组织没有这项免于催办。' },
  /** Thrown when so many are exempt that the ladder means nobody. */
  EXEMPTIONS_TOO_MANY: { kind: 'CONFLICT', message: '免于催办已有 {most} 项，请先终止不再需要的。' },
});
