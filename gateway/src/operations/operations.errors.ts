import { defineErrors } from '@hub/core';

export const operationsError = defineErrors({
  /**
   * Thrown at whoever is not an administrator whose session still stands, and at a link or a pass that is over: one
   * answer for all, so that the door tells nobody what was wrong.
   */
  OPERATIONS_REFUSED: { kind: 'FORBIDDEN', message: '此页面仅供系统管理员查看，请重新申请进入链接。' },
});
