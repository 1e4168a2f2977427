import { defineErrors } from '@hub/core';

export const reportTaskError = defineErrors({
  // Periods 所属期
  /** Thrown for a period that is not in any calendar: a thirteenth month, a fifth quarter. */
  PERIOD_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '所属期“{periodKey}”不存在，应为 2026-10、2026Q3、2026H1 或 2026。',
  },
  /** Thrown when a monthly report is asked for a quarter, and the like. */
  PERIOD_KIND_MISMATCH: {
    kind: 'BAD_USER_INPUT',
    message: '{kindName}的所属期应为{cadenceName}，不能是“{periodKey}”。',
  },
});
