import { defineErrors } from '@hub/core';

export const persistenceError = defineErrors({
  /** Thrown when acts of the trail would be taken out before they are a year old. */
  RETENTION_FLOOR: { kind: 'BAD_USER_INPUT', message: '操作留痕至少保存一年，不能清除一年以内的记录。' },
  /** Thrown when acts would be taken out of a trail that is not whole. */
  AUDIT_TRAIL_BROKEN: { kind: 'CONFLICT', message: '操作留痕校验发现 {findings} 处异常，处理完毕之前不能清除记录。' },
  /** Thrown when the same idempotency key comes with another input. */
  IDEMPOTENCY_KEY_REUSED: { kind: 'CONFLICT', message: '该幂等键已用于另一次不同内容的提交，请更换后重试。' },
  /** Thrown when `expectedVersion` is not the version of the row under lock. */
  STALE_VERSION: {
    kind: 'CONFLICT',
    message: '内容已被他人更新（当前版本 {actual}，您看到的版本 {expected}），请刷新后再操作。',
  },
  /** Thrown when an argument that should be an id is not a uuid. */
  ID_INVALID: { kind: 'BAD_USER_INPUT', message: '标识格式不正确。' },
  /** Thrown when a text has characters that cannot be stored: NUL, or half of a surrogate pair. */
  TEXT_INVALID: { kind: 'BAD_USER_INPUT', message: '文字中含有无法保存的字符，请删除后重新填写。' },
  /** Thrown when a number, date or time is beyond what can be stored or reckoned with. */
  VALUE_OUT_OF_RANGE: { kind: 'BAD_USER_INPUT', message: '数值或日期超出可用范围。' },
  /** Thrown when an act needs a signed-in person. */
  SIGN_IN_REQUIRED: { kind: 'UNAUTHENTICATED', message: '请先登录。' },
  /** Thrown when a program asks, by a service token, for what only a person may do or see. */
  PERSON_REQUIRED: { kind: 'FORBIDDEN', message: '服务令牌只能读取数据，此操作须由本人登录办理。' },
  /** Thrown when somebody who is here to inspect would change something. */
  INSPECTION_READ_ONLY: { kind: 'FORBIDDEN', message: '巡察、审计岗位只能查阅，不能办理或修改任何事项。' },
});
