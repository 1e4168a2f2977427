import { defineErrors } from '@hub/core';

export const rateError = defineErrors({
  /** Thrown when an address, a person or a token has asked for more than its share of the minute. */
  RATE_LIMITED: { kind: 'UNAVAILABLE', message: '请求过于频繁，请 {retryAfterSeconds} 秒后再试。' },
  /** Thrown when an address tried to sign in too often. */
  SIGN_IN_RATE_LIMITED: { kind: 'UNAVAILABLE', message: '登录尝试过于频繁，请 {retryAfterSeconds} 秒后再试。' },
});
