import { defineErrors } from '@hub/core';

export const accountError = defineErrors({
  /** Thrown when login name or password is wrong; the same for both, so that names cannot be probed. */
  LOGIN_FAILED: { kind: 'UNAUTHENTICATED', message: '账号或密码不正确。' },
  /** Thrown while an account is locked after failed attempts. */
  ACCOUNT_LOCKED: { kind: 'UNAUTHENTICATED', message: '连续输错次数过多，账号已暂时锁定，请稍后再试。' },
  /** Thrown when the password is right and the account has a second factor, whose code is not given. */
  SECOND_FACTOR_REQUIRED: { kind: 'UNAUTHENTICATED', message: '请输入身份验证器的动态码（或恢复码）。' },
  /** Thrown when the code is wrong, or was used before; it counts towards the lock as a wrong password does. */
  SECOND_FACTOR_WRONG: { kind: 'UNAUTHENTICATED', message: '动态码或恢复码不正确，或已使用过。' },
  /** Thrown when the account holds a post that needs a second factor, and has none yet. */
  SECOND_FACTOR_ENROL: { kind: 'UNAUTHENTICATED', message: '该岗位须启用动态码：请先登记身份验证器，再登录。' },
  /** Thrown when a second factor is confirmed that was not enrolled. */
  SECOND_FACTOR_NOT_ENROLLED: { kind: 'CONFLICT', message: '尚未登记身份验证器，请先登记。' },
  /** Thrown when a second factor is reset that is not there. */
  SECOND_FACTOR_ABSENT: { kind: 'CONFLICT', message: '该账号没有启用动态码。' },
  /** Thrown when a session without a second factor would act under a post that needs one. */
  SECOND_FACTOR_MISSING: { kind: 'FORBIDDEN', message: '该岗位须用动态码登录：请启用动态码并重新登录后再切换。' },
  /** Thrown when an account is unlocked that is not locked. */
  ACCOUNT_NOT_LOCKED: { kind: 'CONFLICT', message: '该账号没有锁定。' },
  /** Thrown when a session id is none of the person's living sessions. */
  SESSION_NOT_FOUND: { kind: 'NOT_FOUND', message: '会话不存在或已终止。' },
  /** Thrown when a correct password belongs to a disabled account. */
  ACCOUNT_DISABLED: { kind: 'UNAUTHENTICATED', message: '账号已停用，请联系管理员。' },
  /** Thrown when an account holds no post today: there is nothing to act under. */
  NO_POST: { kind: 'UNAUTHENTICATED', message: '账号当前没有任职岗位，不能登录，请联系管理员。' },
  /** Thrown when a refresh token is malformed, unknown, expired or was used before (which ends the session). */
  REFRESH_INVALID: { kind: 'UNAUTHENTICATED', message: '登录已失效，请重新登录。' },
  /** Thrown when switching to a post the account does not hold today. */
  POST_NOT_HELD: { kind: 'FORBIDDEN', message: '您当前未担任该岗位。' },
  /** Thrown when a login name is taken in the committee. */
  LOGIN_NAME_TAKEN: { kind: 'CONFLICT', message: '登录名「{loginName}」已被使用。' },
  /** Thrown when a login name is not 3–64 of a–z, 0–9, dot, underscore, hyphen. */
  LOGIN_NAME_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '登录名须为 3 至 64 位小写字母、数字、点、下划线或连字符。',
  },
  /** Thrown when a password is too short or too simple. */
  PASSWORD_WEAK: { kind: 'BAD_USER_INPUT', message: '密码至少 10 位，并包含字母和数字。' },
  /** Thrown when a new password has the login name in it. */
  PASSWORD_IS_NAME: { kind: 'BAD_USER_INPUT', message: '密码不得包含登录名。' },
  /** Thrown when a new password is one of those that are tried first. */
  PASSWORD_COMMON: { kind: 'BAD_USER_INPUT', message: '该密码过于常见，请另设一个。' },
  /** Thrown when a new password is one of the last five. */
  PASSWORD_USED_BEFORE: { kind: 'CONFLICT', message: '新密码不得与最近 5 次使用过的相同。' },
  /** Thrown when the old password, given to change it, is wrong; it counts towards the lock. */
  PASSWORD_WRONG: { kind: 'FORBIDDEN', message: '原密码不正确。' },
  /** Thrown when the password was given by an administrator, and the sign-in does not change it. */
  PASSWORD_CHANGE_REQUIRED: { kind: 'UNAUTHENTICATED', message: '密码已由管理员重置，请在登录时设置新密码。' },
  /** Thrown when an account id does not exist for this actor. */
  ACCOUNT_NOT_FOUND: { kind: 'NOT_FOUND', message: '账号不存在。' },
  /** Thrown when a post id does not exist for this actor. */
  POST_NOT_FOUND: { kind: 'NOT_FOUND', message: '岗位不存在。' },
  /** Thrown when a role of the office is given outside the work committee, or a unit's role inside it. */
  POST_ROLE_MISPLACED: { kind: 'BAD_USER_INPUT', message: '该岗位角色不能设在「{kind}」。' },
  /** Thrown when a post would end before it began. */
  POST_END_DATE: { kind: 'BAD_USER_INPUT', message: '任职截止日期不得早于任职起始日期 {heldFrom}。' },
  /** Thrown when a post that is over is ended again. */
  POST_ENDED: { kind: 'CONFLICT', message: '该岗位任职已经结束。' },
  /** Thrown when an account is disabled or enabled that already is. */
  ACCOUNT_STATUS: { kind: 'CONFLICT', message: '账号当前状态不允许此项操作。' },
  /** Thrown when administrators act on their own account: giving or ending posts, disabling it. */
  ACCOUNT_IS_OWN: { kind: 'CONFLICT', message: '不能为本人的账号办理此事项，请由另一名管理员办理。' },
  /** Thrown when an account of one duty (the work, inspection, one of the 三员) is given a post of another. */
  DUTY_MIXED: {
    kind: 'CONFLICT',
    message: '三员（系统、安全、审计管理员）与巡察审计账号须专人专号：不得互相兼任，也不得与业务岗位同设一个账号。',
  },
  /** Thrown when the title of a post is empty or longer than 50 characters. */
  POST_TITLE_INVALID: { kind: 'BAD_USER_INPUT', message: '岗位名称须为 1 至 50 字。' },
  /** Thrown when a person's name is empty or longer than 50 characters. */
  DISPLAY_NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '姓名须为 1 至 50 字。' },
});
