import type { Id } from '@hub/core';
import { DownloadLinkType } from '@hub/files';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { requestDownload } from '../usecases/download-attachment';
import { removeAttachment } from '../usecases/remove-attachment';
import { showDocument } from './document.loader';
import { Document } from './document.type';
import type { DispatchHubContext } from './hub-context';

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
}
