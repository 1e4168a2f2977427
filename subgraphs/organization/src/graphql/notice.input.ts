import type { Id, OutsideChannelName, QuietHours } from '@hub/core';
import { Classified, IsId } from '@hub/graphql';
import { IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { NoticeState } from '../data/notice.read-model';
import type { NoticeKind } from '../domain/notice';
import type { Standing } from '../domain/notice-addressee';
import { NoticeKindEnum, NoticeStateEnum, OutsideChannelEnum, StandingEnum } from './notice.enum';

@InputType({ description: '通知列表的范围；各项同时满足。' })
export class NoticeFilterInput {
  @Field(() => NoticeStateEnum, { nullable: true, description: '办理情况；默认未办结。' })
  state?: NoticeState | null;

  @Field(() => [NoticeKindEnum], { nullable: true, description: '类别；默认不限。' })
  kinds?: NoticeKind[] | null;
}

@InputType({ description: '免打扰时段：可跨零点。' })
export class QuietHoursInput implements QuietHours {
  @Field(() => String, { description: '起始时刻，例如 20:00。' })
  @Length(5, 5)
  from!: string;

  @Field(() => String, { description: '结束时刻，例如 08:00。' })
  @Length(5, 5)
  to!: string;
}

@InputType({ description: '设置本人的一个站外通知渠道。' })
export class SetNoticePreferenceInput {
  @Field(() => OutsideChannelEnum, { description: '渠道。' })
  channel!: OutsideChannelName;

  @Field(() => Boolean, { description: '是否启用。' })
  enabled!: boolean;

  @Classified(4)
  @Field(() => String, {
    nullable: true,
    description: '接收地址：邮箱，或机器人、回调的 https 地址；不填为不变，空文字为清除。',
  })
  @IsOptional()
  @MaxLength(500)
  address?: string | null;

  @Classified(4)
  @Field(() => String, {
    nullable: true,
    description: '签名密钥，16 至 200 个字符：通用回调必填，钉钉加签时填写；不填为不变，空文字为清除。',
  })
  @IsOptional()
  @MaxLength(200)
  secret?: string | null;

  @Field(() => QuietHoursInput, {
    nullable: true,
    description: '免打扰时段：其间的通知推迟到结束时发出，特急除外；不填为不变（初设为 20:00 至 08:00），null 为不设。',
  })
  @IsOptional()
  @ValidateNested()
  quietHours?: QuietHoursInput | null;

  @Field(() => Int, { description: '您所见的版本号，未设置过为 0；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '指定书记或专职副书记的岗位。' })
export class DesignateStandingInput {
  @Field(() => StandingEnum, { description: '任职。' })
  standing!: Standing;

  @Field(() => ID, { description: '岗位标识：工委领导现任的岗位。' })
  @IsId()
  postId!: Id;

  @Field(() => Int, { description: '您所见的版本号，未指定过为 0；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
