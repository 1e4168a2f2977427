import { defineErrors } from '@hub/core';

export const inspectionError = defineErrors({
  /** Thrown when the days of an inspection are in the past, in the wrong order, or too many. */
  INSPECTION_TERM: { kind: 'BAD_USER_INPUT', message: '起止日期须自今日起，止期不早于起期，且不超过 {limit} 天。' },
  /** Thrown when the order's number or the reason is missing or too long. */
  INSPECTION_TEXT: { kind: 'BAD_USER_INPUT', message: '{label}须为 {least} 至 {most} 字。' },
  /** Thrown when an inspector's post would be given without an order and an end. */
  INSPECTION_NOT_ASSIGNED: { kind: 'BAD_USER_INPUT', message: '巡察、审计岗位须凭文号用 openInspection 开通。' },
  /** Thrown when an inspection id does not exist for this actor. */
  INSPECTION_NOT_FOUND: { kind: 'NOT_FOUND', message: '巡察、审计事项不存在。' },
  /** Thrown when an inspection is closed that is over. */
  INSPECTION_OVER: { kind: 'CONFLICT', message: '该巡察、审计已经结束。' },
});
