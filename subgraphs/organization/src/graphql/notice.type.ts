import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { NoticeCounts as Counts, EarlierNoticeRow, InboxNoticeRow } from '../data/notice.read-model';
import type { DigestDay } from '../data/notice-digest.read-model';
import type { DoneBy, NoticeKind } from '../domain/notice';
import { NoticeDoneByEnum, NoticeKindEnum } from './notice.enum';

@ObjectType({ description: '通知所指的事项。' })
export class NoticeSubject {
  @Field(() => String, { description: '事项类型，例如 Receipt。' })
  type!: string;

  @Field(() => ID, { description: '事项标识。' })
  id!: string;

  @Field(() => String, { description: '应办之事，例如 ACKNOWLEDGE（签收）。' })
  obligation!: string;
}

@ObjectType()
abstract class NoticeFields {
  @Field(() => ID, { description: '通知标识。' })
  id!: Id;

  @Field(() => NoticeKindEnum, { description: '类别。' })
  kind!: NoticeKind;

  @Field(() => Int, { description: '催办层级：0 为系统提醒，1 至 4 为逐级催办。' })
  level!: number;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '应办结时间；无期限为 null。' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: '发出时间。' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '阅读时间；未读为 null。' })
  readAt!: Date | null;
}

@ObjectType({ description: '同一事项的较早通知：列在最新一条之下。' })
export class EarlierNotice extends NoticeFields {}

@ObjectType({ description: '本人收到的一条通知；同一事项以最新一条为准。' })
export class InboxNotice extends NoticeFields {
  @Field(() => String, { description: '正文。' })
  body!: string;

  @Field(() => String, { nullable: true, description: '转送说明：本应收到的人无人在岗时写明；否则为 null。' })
  remark!: string | null;

  @Field(() => NoticeSubject, { description: '所指事项。' })
  about!: NoticeSubject;

  @Field(() => Boolean, { description: '是否特急：不受免打扰时段限制。' })
  urgent!: boolean;

  @Field(() => DateTimeScalar, { description: '收到时间。' })
  receivedAt!: Date;

  @Field(() => Boolean, { description: '是否因受委托而收到。' })
  delegated!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时间；未办结为 null。' })
  doneAt!: Date | null;

  @Field(() => NoticeDoneByEnum, { nullable: true, description: '如何办结；未办结为 null。' })
  doneBy!: DoneBy | null;

  readonly unitId!: Id | null;
  readonly postId!: Id;
}

export function toEarlierNotice({ noticeId, ...row }: EarlierNoticeRow): EarlierNotice {
  return { id: noticeId, ...row };
}

export function toInboxNotice({ noticeId, aboutType, aboutId, obligation, ...row }: InboxNoticeRow): InboxNotice {
  const { createdAt, delegationId, ...shown } = row;
  return {
    id: noticeId,
    about: { type: aboutType, id: aboutId, obligation },
    receivedAt: createdAt,
    delegated: delegationId !== null,
    ...shown,
  };
}

@ObjectType({ description: '通知列表，新的在前。' })
export class InboxNoticeConnection extends connectionOf(InboxNotice) {}

@ObjectType({ description: '通知件数：同一事项计一件。' })
export class NoticeCounts implements Counts {
  @Field(() => Int, { description: '未读。' })
  unread!: number;

  @Field(() => Int, { description: '未办结。' })
  open!: number;

  @Field(() => Int, { description: '未办结且已逾期。' })
  overdue!: number;
}

@ObjectType({ description: '一日之内某类通知的件数。' })
export class NoticeKindCount {
  @Field(() => NoticeKindEnum, { description: '类别。' })
  kind!: NoticeKind;

  @Field(() => Int, { description: '收到件数。' })
  total!: number;

  @Field(() => Int, { description: '其中未办结。' })
  open!: number;
}

@ObjectType({ description: '一日的通知摘要。' })
export class NoticeDigestDay {
  @Field(() => DateScalar, { description: '收到日期。' })
  day!: LocalDate;

  @Field(() => [NoticeKindCount], { description: '按类别的件数，多的在前。' })
  kinds!: NoticeKindCount[];

  @Field(() => InboxNotice, { nullable: true, description: '当日未办结中最急的一件；均已办结为 null。' })
  mostUrgent!: InboxNotice | null;
}

export const toDigestDay = ({ day, kinds, mostUrgent }: DigestDay): NoticeDigestDay => ({
  day,
  kinds: [...kinds],
  mostUrgent: mostUrgent && toInboxNotice(mostUrgent),
});

@ObjectType({ description: '通知变动。' })
export class NoticeChange {
  @Field(() => InboxNotice, {
    nullable: true,
    description: '新到或有变化的通知；为 null 时请重新读取列表：订阅开始、连接恢复或变动过多。',
  })
  notice!: InboxNotice | null;

  @Field(() => NoticeCounts, { description: '此刻的件数。' })
  counts!: NoticeCounts;
}
