import { defineErrors } from '@hub/core';

/** Details never carry an address or a secret: errors are shown, logged and counted. */
export const noticeError = defineErrors({
  /** Thrown when the office has nobody either: the event is tried again, and kept with this error. */
  NOTICE_FOR_NOBODY: { kind: 'CONFLICT', message: '通知无人可送：工委办公室现无人在岗。' },
  /** Thrown when a notice is not in the person's own inbox. */
  NOTICE_NOT_FOUND: { kind: 'NOT_FOUND', message: '通知不存在。' },
  /** Thrown when more notices are marked at once than one page may show. */
  NOTICE_TOO_MANY: { kind: 'BAD_USER_INPUT', message: '一次最多标记 {limit} 条通知。' },
  /** Thrown when the days of a digest are in the wrong order, or too many. */
  NOTICE_DAYS: { kind: 'BAD_USER_INPUT', message: '起止日期有误：最多 {limit} 天，截止不早于起始。' },
  /** Thrown when an address is not of the form its channel needs. */
  NOTICE_ADDRESS_INVALID: { kind: 'BAD_USER_INPUT', message: '接收地址格式不正确。' },
  /** Thrown when a channel is switched on that the hub has no way out for. */
  NOTICE_CHANNEL_OFF: { kind: 'CONFLICT', message: '本平台未开通该渠道。' },
  /** Thrown when nothing would ever be sent to an address: its host is not one that the operator lets webhooks go to. */
  NOTICE_ADDRESS_NOT_ALLOWED: { kind: 'BAD_USER_INPUT', message: '不能向该地址发送：{why}。' },
  /** Thrown when a channel is switched on that has no address. */
  NOTICE_ADDRESS_REQUIRED: { kind: 'BAD_USER_INPUT', message: '启用该渠道须填写接收地址。' },
  /** Thrown when a signing secret is too short or too long, or the channel takes none. */
  NOTICE_SECRET_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '签名密钥须为 16 至 200 个可见字符；邮件与企业微信不用密钥。',
  },
  /** Thrown when a webhook is switched on without a secret: what it gets must be known to be ours. */
  NOTICE_SECRET_REQUIRED: { kind: 'BAD_USER_INPUT', message: '启用通用回调须填写签名密钥。' },
  /** Thrown when quiet hours are no times of the day. */
  NOTICE_QUIET_HOURS: { kind: 'BAD_USER_INPUT', message: '免打扰时段须为 00:00 至 23:59 的两个不同时刻。' },
  /** Thrown when a post is named that is not held today by a leader of the committee. */
  STANDING_POST_INVALID: { kind: 'BAD_USER_INPUT', message: '只能指定工委领导现任的岗位。' },
});
