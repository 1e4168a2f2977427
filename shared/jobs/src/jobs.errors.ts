import { defineErrors } from '@hub/core';

export const jobError = defineErrors({
  /** Thrown by the nightly verification when an act of the trail was changed, removed, inserted or cut off. */
  AUDIT_TRAIL_BROKEN: { kind: 'CONFLICT', message: '操作留痕校验发现 {findings} 处异常，详见日志。' },
  /** Thrown when a job id has a part that a queue would refuse or mistake. */
  JOB_ID_INVALID: { kind: 'BAD_USER_INPUT', message: '任务标识“{id}”无效。' },
  /** Thrown when a worker meets a job that none of its implementations does: a newer process asked for it. */
  JOB_UNKNOWN: { kind: 'UNAVAILABLE', message: '本进程尚不认识任务“{name}”。' },
  /** Thrown when a subgraph's timetable names a schedule that its queue has already. */
  SCHEDULE_TWICE: { kind: 'CONFLICT', message: '时间表中“{id}”重复。' },
  /** Thrown when the queue's store does not answer. */
  QUEUE_UNREACHABLE: { kind: 'UNAVAILABLE', message: '任务队列暂不可用。' },
  /** Thrown when what a subgraph listens to differs from the routes all relays follow. */
  EVENT_ROUTES_DIFFER: { kind: 'CONFLICT', message: '“{subscriber}”的事件订阅与路由表不一致：{differences}。' },
});
