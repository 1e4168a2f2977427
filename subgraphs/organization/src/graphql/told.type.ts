import type { Id } from '@hub/core';
import { DateTimeScalar, described, enumOf, keysOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { DeliveryState, NoticeChannel, NoticeKind } from '../domain/notice';
import { NoticeChannelEnum, NoticeKindEnum } from './notice.enum';

const STATE_NAMES: Readonly<Record<DeliveryState, string>> = {
  PENDING: '待发送',
  SENT: '已送达站内或已交站外渠道',
  FAILED: '多次发送未成',
  DROPPED: '不再发送：事项已办结，或渠道已停用',
};

export const DeliveryStateEnum = enumOf(keysOf(STATE_NAMES));

registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: '通知在一个渠道上的发送情况。',
  valuesConfig: described(STATE_NAMES),
});

@ObjectType({ description: '谁在何时经何渠道被告知；不含通知内容与地址。' })
export class ToldNotice {
  @Field(() => ID, { description: '通知标识。' })
  noticeId!: Id;

  @Field(() => NoticeKindEnum, { description: '通知类别。' })
  kind!: NoticeKind;

  @Field(() => String, { description: '所欠事项的代码。' })
  obligation!: string;

  @Field(() => Int, { description: '级别：0 级为系统提醒，1 至 4 级为催办。' })
  level!: number;

  @Field(() => DateTimeScalar, { description: '提出时间。' })
  requestedAt!: Date;

  @Field(() => NoticeChannelEnum, { description: '渠道。' })
  channel!: NoticeChannel;

  @Field(() => DeliveryStateEnum, { description: '发送情况。' })
  state!: DeliveryState;

  @Field(() => Int, { description: '已尝试的次数。' })
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '送达时间；未送达为 null。' })
  sentAt!: Date | null;

  accountId!: Id;
}
