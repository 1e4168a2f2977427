import { type Id, type LocalDate, pageRequest } from '@hub/core';
import { asksTotal, type Connection, DateScalar, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';

import { noticeError } from '../domain/notice.errors';
import { markNoticeDone, markNoticesRead } from '../usecases/mark-notices';
import { readNoticeCounts, readNoticeDigest, readNotices } from '../usecases/read-notices';
import { type NoticeHint, readNoticeChange, watchNotices } from '../usecases/watch-notices';
import type { OrganizationHubContext } from './hub-context';
import { findPost, findUnit } from './loaders';
import { NoticeFilterInput } from './notice.input';
import { earlierLoader, noticeLoader } from './notice.loader';
import {
  EarlierNotice,
  InboxNotice,
  InboxNoticeConnection,
  NoticeChange,
  NoticeCounts,
  NoticeDigestDay,
  toDigestDay,
  toEarlierNotice,
  toInboxNotice,
} from './notice.type';
import { Post } from './post.type';
import { ReceiptStub } from './receipt.stub';
import { Unit } from './unit.type';

/** 站内通知: one's own inbox, whichever post one acts under. */
@Resolver(() => InboxNotice)
export class NoticeResolver {
  @Query(() => InboxNoticeConnection, {
    description: '本人的通知，新的在前；同一事项只列最新一条。错误：ROLE_NOT_ALLOWED。',
  })
  async notices(
    @Arg('filter', () => NoticeFilterInput, { nullable: true }) filter: NoticeFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<InboxNotice>> {
    const query = { state: filter?.state ?? 'OPEN', kinds: filter?.kinds ?? null };
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readNotices(ctx, query, request), toInboxNotice);
  }

  @Query(() => NoticeCounts, { description: '本人通知的件数。错误：ROLE_NOT_ALLOWED。' })
  noticeCounts(@Ctx() ctx: OrganizationHubContext): Promise<NoticeCounts> {
    return readNoticeCounts(ctx);
  }

  @Query(() => [NoticeDigestDay], {
    description: '本人通知的按日摘要，新的在前；没有通知的日期不列。错误：ROLE_NOT_ALLOWED、NOTICE_DAYS。',
  })
  async noticeDigest(
    @Arg('from', () => DateScalar, { nullable: true, description: '起始日期；默认截止日期前六日。' })
    from: LocalDate | null,
    @Arg('to', () => DateScalar, { nullable: true, description: '截止日期，默认今日；起止最多 31 天。' })
    to: LocalDate | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<NoticeDigestDay[]> {
    return (await readNoticeDigest(ctx, { from, to })).map(toDigestDay);
  }

  @Mutation(() => NoticeCounts, {
    description:
      '标记已读：所列通知及列在其下的较早通知；新任务、任务变更无须办理，读过即为办结。返回此后的件数。错误：ROLE_NOT_ALLOWED、NOTICE_NOT_FOUND、NOTICE_TOO_MANY。',
  })
  async readNotices(
    @Arg('noticeIds', () => [ID], { nullable: true, description: '最多 200 个；不填为全部未办结的。' }) noticeIds:
      | Id[]
      | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<NoticeCounts> {
    await markNoticesRead(ctx, noticeIds ?? null);
    return readNoticeCounts(ctx);
  }

  @Mutation(() => InboxNotice, {
    description: '标记办结：只是不再列为待办，事项本身未办的仍会再次催办。错误：ROLE_NOT_ALLOWED、NOTICE_NOT_FOUND。',
  })
  async markNoticeDone(
    @Arg('noticeId', () => ID) noticeId: Id,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<InboxNotice> {
    await markNoticeDone(ctx, noticeId);
    const row = await noticeLoader.load(ctx, noticeId);
    if (row === null) throw noticeError('NOTICE_NOT_FOUND');
    return toInboxNotice(row);
  }

  @Subscription(() => NoticeChange, {
    description: '本人通知的变动：先推送此刻的件数，此后新到、已读或办结时推送。错误：ROLE_NOT_ALLOWED。',
    subscribe: ({ context }: { readonly context: OrganizationHubContext }) =>
      watchNotices(context, context.subscription),
  })
  async noticeChanged(@Root() hint: NoticeHint, @Ctx() ctx: OrganizationHubContext): Promise<NoticeChange> {
    const { notice, counts } = await readNoticeChange(ctx, hint);
    return { notice: notice && toInboxNotice(notice), counts };
  }

  @FieldResolver(() => ReceiptStub, { nullable: true, description: '所指收文；所指不是收文为 null。' })
  receipt(@Root() { about }: InboxNotice): ReceiptStub | null {
    return about.type === 'Receipt' ? { id: about.id } : null;
  }

  @FieldResolver(() => Unit, { nullable: true, description: '事项所属单位；工委自身的事项为 null。' })
  async unit(@Root() { unitId }: InboxNotice, @Ctx() ctx: OrganizationHubContext): Promise<Unit | null> {
    return unitId === null ? null : findUnit(ctx, unitId);
  }

  @FieldResolver(() => Post, { nullable: true, description: '因哪个岗位收到；不可见为 null。' })
  post(@Root() { postId }: InboxNotice, @Ctx() ctx: OrganizationHubContext): Promise<Post | null> {
    return findPost(ctx, postId);
  }

  @FieldResolver(() => [EarlierNotice], { description: '同一事项较早的通知，新的在前。' })
  async earlier(@Root() { id }: InboxNotice, @Ctx() ctx: OrganizationHubContext): Promise<EarlierNotice[]> {
    return ((await earlierLoader.load(ctx, id)) ?? []).map(toEarlierNotice);
  }
}
