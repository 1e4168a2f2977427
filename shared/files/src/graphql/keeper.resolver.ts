import type { Id } from '@hub/core';
import type { HubContext } from '@hub/graphql';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import type { AttachmentDownloads } from '../downloads/attachment-downloads';
import type { FileDeps } from '../downloads/file-deps';
import type { RecordAttachmentInput as RecordedFile } from '../records/stored-file';
import { DownloadGrantType } from './download.type';
import { RecordAttachmentInput } from './record-attachment.input';

/** What a subgraph that keeps records of files does with them. */
export interface FileKeeper<Deps extends FileDeps> extends Pick<AttachmentDownloads, 'authorizeDownload'> {
  recordAttachment(ctx: HubContext<Deps>, input: RecordedFile): Promise<Id>;
}

/** What the gateway asks of every keeper, each for its own files. Clients never do: no plan chooses between them. */
export function keeperResolver<Deps extends FileDeps>(keeper: FileKeeper<Deps>): new () => object {
  @Resolver()
  class KeeperResolver {
    @Directive('@shareable')
    @Directive('@inaccessible')
    @Mutation(() => ID, { description: '网关内部使用：文件已存好，登记附件。' })
    recordAttachment(
      @Arg('input', () => RecordAttachmentInput) input: RecordAttachmentInput,
      @Ctx() ctx: HubContext<Deps>,
    ): Promise<Id> {
      return keeper.recordAttachment(ctx, input);
    }

    @Directive('@shareable')
    @Directive('@inaccessible')
    @Query(() => DownloadGrantType, { description: '网关内部使用：核对下载令牌，给出所取文件。' })
    authorizeDownload(
      @Arg('token', () => String) token: string,
      @Ctx() ctx: HubContext<Deps>,
    ): Promise<DownloadGrantType> {
      return keeper.authorizeDownload(ctx, token);
    }
  }
  return KeeperResolver;
}
