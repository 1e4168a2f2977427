import { defineErrors } from '@hub/core';

/** Refusals of connections that stay open, and of what runs on them. */
export const streamError = defineErrors({
  /** Thrown when the gateway has as many connections as it can keep. */
  TOO_MANY_CONNECTIONS: { kind: 'UNAVAILABLE', message: '实时连接数已达上限，请稍后重试。' },
  /** Thrown when a session, a connection or the gateway runs as many subscriptions as it may. */
  TOO_MANY_STREAMS: { kind: 'UNAVAILABLE', message: '同时进行的订阅过多，请先关闭不再需要的页面。' },
  /** Thrown when the gateway takes no new connections, because it stops. */
  SHUTTING_DOWN: { kind: 'UNAVAILABLE', message: '服务正在重启，请稍后重新连接。' },
});
