import { type Id, MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import { asksTotal, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import { listDocumentRows, listDocuments } from '../usecases/read-documents';
import { Attachment, toAttachment } from './attachment.type';
import { DocumentFilterInput } from './document.input';
import { documentAttachmentsLoader, findDocument, handlingLoader, seesHandling } from './document.loader';
import { Document, DocumentConnection, toDocument } from './document.type';
import { DocumentHandling, toDocumentHandling } from './document-handling.type';
import { DocumentRowConnection } from './document-row.type';
import type { DispatchHubContext } from './hub-context';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: '一件公文；不存在或未发给本单位为 null。' })
  document(@Arg('id', () => ID) id: Id, @Ctx() ctx: DispatchHubContext): Promise<Document | null> {
    return findDocument(ctx, id);
  }

  @Query(() => DocumentConnection, {
    description: '公文库，新拟的在前；仅工委，单位请用 inbox。错误：ROLE_NOT_ALLOWED。',
  })
  async documents(
    @Arg('filter', () => DocumentFilterInput, { nullable: true }) filter: DocumentFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DocumentConnection> {
    return toConnection(await listDocuments(ctx, filter ?? {}, pageRequest(page)), toDocument);
  }

  @Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["nodes"], assumedSize: 1000, requireOneSlicingArgument: false)',
  )
  @Query(() => DocumentRowConnection, {
    description:
      '公文明细平表，供看板与导出：一件一行，附签收反馈各项计数；仅工委及全委范围的服务令牌。错误：ROLE_NOT_ALLOWED、OUTSIDE_SCOPE。',
  })
  async documentRows(
    @Arg('filter', () => DocumentFilterInput, { nullable: true }) filter: DocumentFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DocumentRowConnection> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    return toConnection(await listDocumentRows(ctx, filter ?? {}, request), (row) => row);
  }

  @FieldResolver(() => [Attachment], { description: '附件文件，按次序。' })
  async attachments(@Root() { id }: Document, @Ctx() ctx: DispatchHubContext): Promise<Attachment[]> {
    return ((await documentAttachmentsLoader.load(ctx, id)) ?? []).map(toAttachment);
  }

  @FieldResolver(() => DocumentHandling, { nullable: true, description: '办理情况；单位看不到，为 null。' })
  async handling(@Root() { id }: Document, @Ctx() ctx: DispatchHubContext): Promise<DocumentHandling | null> {
    if (!seesHandling(ctx)) return null;
    const row = await handlingLoader.load(ctx, id);
    return row && toDocumentHandling(row);
  }
}
