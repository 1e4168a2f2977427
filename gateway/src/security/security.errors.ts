import { defineErrors } from '@hub/core';

/** Refusals at the door: who is asking, and from where. */
export const securityError = defineErrors({
  /** Thrown when the `Authorization` header or the token in it is not one of ours. */
  TOKEN_INVALID: { kind: 'UNAUTHENTICATED', message: '登录凭证无效，请重新登录。' },
  /** Thrown when the access token's time is over; the refresh token gets a new one. */
  TOKEN_EXPIRED: { kind: 'UNAUTHENTICATED', message: '登录凭证已过期，请刷新登录。' },
  /** Thrown when the session was signed out, revoked, or its post ended. */
  SESSION_ENDED: { kind: 'UNAUTHENTICATED', message: '登录已结束，请重新登录。' },
  /** Thrown when a service token is unknown, expired or revoked. */
  SERVICE_TOKEN_INVALID: { kind: 'UNAUTHENTICATED', message: '服务令牌无效、已到期或已撤销，请联系工委管理员。' },
  /** Thrown when a service token is used where only a person may be. */
  PERSON_REQUIRED: { kind: 'FORBIDDEN', message: '服务令牌只能读取数据，此操作须由本人登录办理。' },
  /** Thrown when a route needs a person and nobody signed in; told of a field that asks for it. */
  SIGN_IN_REQUIRED: { kind: 'UNAUTHENTICATED', message: '请先登录。' },
  /** Told of a field that asks for a scope or a policy which whoever asks has not. */
  SCOPE_REQUIRED: { kind: 'FORBIDDEN', message: '当前身份无权读取此内容。' },
  /** Thrown when sessions cannot be read at the moment. */
  SESSION_UNAVAILABLE: { kind: 'UNAVAILABLE', message: '暂时无法核对登录状态，请稍后重试。' },
  /** Thrown when a page of another origin makes a browser send a GET request. */
  FOREIGN_PAGE: { kind: 'FORBIDDEN', message: '不接受其他网站页面发起的请求。' },
});
