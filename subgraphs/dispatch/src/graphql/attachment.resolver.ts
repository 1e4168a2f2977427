import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import { authorizeDownload } from '../usecases/authorize-download';
import { recordAttachment } from '../usecases/record-attachment';
import { removeAttachment } from '../usecases/remove-attachment';
import { requestDownload } from '../usecases/request-download';
import { DownloadGrantType, DownloadLinkType } from './attachment.type';
import { showDocument } from './document.loader';
import { Document } from './document.type';
import type { DispatchHubContext } from './hub-context';
import { RecordAttachmentInput } from './record-attachment.input';

@Resolver()
export class AttachmentResolver {
  @Query(() => DownloadLinkType, {
    description: '取得下载链接：只对当前会话有效，一分钟内使用。错误：ATTACHMENT_NOT_FOUND。',
  })
  attachmentDownload(@Arg('id', () => ID) id: Id, @Ctx() ctx: DispatchHubContext): Promise<DownloadLinkType> {
    return requestDownload(ctx, id);
  }

  @Mutation(() => Document, {
    description: '删除附件：签发以前由拟稿人或核稿人删除。错误：ATTACHMENT_NOT_FOUND、WRONG_STATE。',
  })
  async removeAttachment(@Arg('id', () => ID) id: Id, @Ctx() ctx: DispatchHubContext): Promise<Document> {
    return showDocument(ctx, { documentId: await removeAttachment(ctx, id) });
  }

  @Directive('@inaccessible')
  @Mutation(() => ID, { description: '网关内部使用：文件已存好，登记附件。' })
  recordAttachment(
    @Arg('input', () => RecordAttachmentInput) input: RecordAttachmentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Id> {
    return recordAttachment(ctx, input);
  }

  @Directive('@inaccessible')
  @Query(() => DownloadGrantType, { description: '网关内部使用：核对下载令牌，给出所取文件。' })
  authorizeDownload(
    @Arg('token', () => String) token: string,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DownloadGrantType> {
    return authorizeDownload(ctx, token);
  }
}
