import { defineErrors } from '@hub/core';

/** Refusals about 委托: who may lend a post, to whom, for how long. */
export const delegationError = defineErrors({
  /** Thrown when the post is an administrator's or an inspector's. */
  DELEGATION_ROLE: { kind: 'FORBIDDEN', message: '管理员岗位和巡察、审计岗位不能委托。' },
  /** Thrown when the post is acted under by delegation already: what was lent is not lent on. */
  DELEGATION_CHAIN: { kind: 'FORBIDDEN', message: '受委托办理的岗位不能再转委托。' },
  /** Thrown when the days are in the past, in the wrong order, or too many. */
  DELEGATION_TERM: { kind: 'BAD_USER_INPUT', message: '委托起止日期须自今日起，止期不早于起期，且不超过 {limit} 天。' },
  /** Thrown when no reason is given, or a long one. */
  DELEGATION_REASON: { kind: 'BAD_USER_INPUT', message: '委托事由须为 2 至 200 字。' },
  /** Thrown when the other is oneself, not of the same unit, without a post there, an administrator, or disabled. */
  DELEGATE_NOT_ELIGIBLE: { kind: 'FORBIDDEN', message: '只能委托给本单位（工委机关为本机关）其他在岗人员。' },
  /** Thrown when the same post is lent to the same person for one of the days already. */
  DELEGATION_OVERLAP: { kind: 'CONFLICT', message: '该岗位在此期间已委托给同一人。' },
  /** Thrown when a delegation id does not exist for this actor. */
  DELEGATION_NOT_FOUND: { kind: 'NOT_FOUND', message: '委托不存在。' },
  /** Thrown when a delegation is ended that is over. */
  DELEGATION_OVER: { kind: 'CONFLICT', message: '该委托已经结束。' },
});
