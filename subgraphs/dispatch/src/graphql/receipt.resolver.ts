import { type Id, isId, MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import { Reminder, toReminder } from '@hub/deadlines';
import { asksTotal, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import type { ReceiptGrouping } from '../data/receipt-rows.read-model';
import { possibleReceiptActs, type ReceiptAct } from '../domain/receipt-state';
import { recordError } from '../domain/record.errors';
import { type Inbox, listInbox } from '../usecases/list-inbox';
import { listReceiptDetails, listReceiptRows } from '../usecases/list-receipt-rows';
import { listReceipts } from '../usecases/list-receipts';
import { findDocument } from './document.loader';
import { Document } from './document.type';
import { ExtensionRequest } from './extension-request.type';
import { Feedback, toFeedback } from './feedback.type';
import type { DispatchHubContext } from './hub-context';
import { InboxEnum, ReceiptActEnum, ReceiptGroupingEnum } from './receipt.enum';
import { ReceiptFilterInput, ReceiptRowsFilterInput } from './receipt.input';
import { extensionRequestsLoader, feedbackLoader, findReceipt, remindersLoader, returnsLoader } from './receipt.loader';
import { Receipt, ReceiptConnection, toReceipt } from './receipt.type';
import { ReceiptDetailFilterInput, ReceiptDetailRowConnection } from './receipt-detail-row.type';
import { ReceiptReturn } from './receipt-return.type';
import { ReceiptRowType } from './receipt-row.type';

@Resolver(() => Receipt)
export class ReceiptResolver {
  @Query(() => ReceiptConnection, {
    description: '收件箱：当前岗位所在单位的收文。待办按期限由近及远，全部按发文由新及旧。',
  })
  async inbox(
    @Arg('box', () => InboxEnum, { defaultValue: 'TO_DO', description: '待办或全部。' }) box: Inbox,
    @Arg('filter', () => ReceiptFilterInput, { nullable: true }) filter: ReceiptFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReceiptConnection> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await listInbox(ctx, box, filter ?? {}, request), toReceipt);
  }

  @Query(() => Receipt, { nullable: true, description: '一件收文；不存在、已撤回或不属本单位为 null。' })
  receipt(@Arg('id', () => ID) id: string, @Ctx() ctx: DispatchHubContext): Promise<Receipt | null> {
    return findReceipt(ctx, id);
  }

  @Query(() => ReceiptConnection, {
    description: '一件公文的收文，按机构序列；工委看全部，单位只看本单位的。错误：DOCUMENT_NOT_FOUND。',
  })
  async receipts(
    @Arg('documentId', () => ID) documentId: Id,
    @Arg('filter', () => ReceiptFilterInput, { nullable: true }) filter: ReceiptFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<ReceiptConnection> {
    if (!isId(documentId)) throw recordError('DOCUMENT_NOT_FOUND');
    return toConnection(await listReceipts(ctx, documentId, filter ?? {}, pageRequest(page)), toReceipt);
  }

  @Directive('@cost(weight: 100)')
  @Directive('@listSize(assumedSize: 200)')
  @Query(() => [ReceiptRowType], {
    description: '收文统计：按单位、公文、月份或状态分组的平表，供看板取数；单位只统计本单位的。',
  })
  receiptRows(
    @Arg('groupBy', () => ReceiptGroupingEnum) groupBy: ReceiptGrouping,
    @Arg('filter', () => ReceiptRowsFilterInput, { nullable: true }) filter: ReceiptRowsFilterInput | null,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<ReceiptRowType[]> {
    return listReceiptRows(ctx, filter ?? {}, groupBy);
  }

  @Query(() => ReceiptDetailRowConnection, {
    description:
      '收文明细平表，供看板与导出：一个收文党组织一行；工委看全部，单位与服务令牌只看各自范围内的。错误：SIGN_IN_REQUIRED。',
  })
  async receiptDetailRows(
    @Arg('filter', () => ReceiptDetailFilterInput, { nullable: true }) filter: ReceiptDetailFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReceiptDetailRowConnection> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    return toConnection(await listReceiptDetails(ctx, filter ?? {}, request), (row) => row);
  }

  @FieldResolver(() => Document, { nullable: true, description: '所收公文；已清退的单位看不到正文，为 null。' })
  document(@Root() { documentId }: Receipt, @Ctx() ctx: DispatchHubContext): Promise<Document | null> {
    return findDocument(ctx, documentId);
  }

  @FieldResolver(() => Boolean, { description: '是否超期：所欠的签收或反馈已过期限。' })
  overdue(@Root() { dueAt }: Receipt, @Ctx() ctx: DispatchHubContext): boolean {
    return dueAt !== null && dueAt < ctx.clock.now();
  }

  @FieldResolver(() => [ReceiptActEnum], { description: '现在可做的操作；能否办理还看岗位。' })
  possibleActs(@Root() receipt: Receipt): readonly ReceiptAct[] {
    return possibleReceiptActs(receipt);
  }

  @FieldResolver(() => [ReceiptReturn], { description: '各次退回及答复，先后为序。' })
  async returns(@Root() receipt: Receipt, @Ctx() ctx: DispatchHubContext): Promise<readonly ReceiptReturn[]> {
    return (await returnsLoader.load(ctx, receipt.id)) ?? [];
  }

  @FieldResolver(() => [Feedback], { description: '各次反馈及审核，先后为序。' })
  async feedback(@Root() receipt: Receipt, @Ctx() ctx: DispatchHubContext): Promise<readonly Feedback[]> {
    return ((await feedbackLoader.load(ctx, receipt.id)) ?? []).map(toFeedback);
  }

  @FieldResolver(() => [ExtensionRequest], { description: '各次延期申请及批复，先后为序。' })
  async extensionRequests(
    @Root() receipt: Receipt,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<readonly ExtensionRequest[]> {
    return (await extensionRequestsLoader.load(ctx, receipt.id)) ?? [];
  }

  @FieldResolver(() => [Reminder], {
    description: '催办台账：何时、哪一级、以何方式催办，以及答复，先后为序；单位只见已告知本单位的。',
  })
  async reminders(@Root() { id }: Receipt, @Ctx() ctx: DispatchHubContext): Promise<Reminder[]> {
    return ((await remindersLoader.load(ctx, id)) ?? []).map(toReminder);
  }
}
