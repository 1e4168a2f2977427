import { Classified } from '@hub/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import type { NoticeChannel } from '../domain/notice';
import type { OwnPreference } from '../usecases/read-notice-preferences';
import { NoticeChannelEnum } from './notice.enum';

@ObjectType({ description: '免打扰时段：其间的通知推迟到结束时发出，特急除外。' })
export class QuietHours {
  @Field(() => String, { description: '起始时刻。' })
  from!: string;

  @Field(() => String, { description: '结束时刻；早于起始时刻的为次日。' })
  to!: string;
}

@ObjectType({ description: '本人的一个通知渠道。' })
export class NoticePreference {
  @Field(() => NoticeChannelEnum, { description: '渠道。' })
  channel!: NoticeChannel;

  @Field(() => Boolean, { description: '本平台是否开通该渠道；未开通的不能启用。' })
  isAvailable!: boolean;

  @Field(() => Boolean, { description: '是否启用；站内通知始终启用。' })
  enabled!: boolean;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '接收地址的掩码；未填写为 null。' })
  addressMasked!: string | null;

  @Field(() => Boolean, { description: '是否已填写签名密钥。' })
  isSigned!: boolean;

  @Field(() => QuietHours, { nullable: true, description: '免打扰时段；不设为 null。' })
  quietHours!: QuietHours | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交；未设置过为 0。' })
  version!: number;
}

export const toNoticePreference = ({ hasSecret, quiet, ...row }: OwnPreference): NoticePreference => ({
  ...row,
  isSigned: hasSecret,
  quietHours: quiet,
});
