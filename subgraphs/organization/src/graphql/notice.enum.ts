import { OUTSIDE_CHANNELS } from '@hub/core';
import { described, describedBy, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';
import { NOTICE_STATES } from '../data/notice.read-model';
import { DONE_BY, NOTICE_CHANNELS, NOTICE_KIND_NAMES } from '../domain/notice';
import { ADDRESSEE_NAMES, STANDINGS } from '../domain/notice-addressee';

const kinds = keysOf(NOTICE_KIND_NAMES);
export const NoticeKindEnum = enumOf(kinds);

registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: '通知类别。',
  valuesConfig: describedBy(kinds, (kind) => NOTICE_KIND_NAMES[kind]),
});

export const NoticeStateEnum = enumOf(NOTICE_STATES);

registerEnumType(NoticeStateEnum, {
  name: 'NoticeState',
  description: '通知的办理情况。',
  valuesConfig: described({ UNREAD: '未读且未办结', OPEN: '未办结', DONE: '已办结', ALL: '全部' }),
});

export const NoticeDoneByEnum = enumOf(DONE_BY);

registerEnumType(NoticeDoneByEnum, {
  name: 'NoticeDoneBy',
  description: '通知如何办结。',
  valuesConfig: described({ PERSON: '本人标记办结', SETTLED: '事项已办结，自动办结' }),
});

const CHANNEL_NAMES = {
  IN_APP: '站内通知，不能关闭',
  EMAIL: '电子邮件',
  WEBHOOK: '通用回调',
  WECOM: '企业微信机器人',
  DINGTALK: '钉钉机器人',
} as const;

export const NoticeChannelEnum = enumOf(NOTICE_CHANNELS);

registerEnumType(NoticeChannelEnum, {
  name: 'NoticeChannel',
  description: '通知渠道。',
  valuesConfig: described(CHANNEL_NAMES),
});

export const OutsideChannelEnum = enumOf(OUTSIDE_CHANNELS);

registerEnumType(OutsideChannelEnum, {
  name: 'OutsideChannel',
  description: '站外通知渠道，由本人启用。',
  valuesConfig: describedBy(OUTSIDE_CHANNELS, (channel) => CHANNEL_NAMES[channel]),
});

export const StandingEnum = enumOf(STANDINGS);

registerEnumType(StandingEnum, {
  name: 'Standing',
  description: '工委领导的任职。',
  valuesConfig: describedBy(STANDINGS, (standing) => ADDRESSEE_NAMES[standing]),
});
