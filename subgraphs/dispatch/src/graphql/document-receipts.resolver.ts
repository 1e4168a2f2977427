import { pageRequest } from '@hub/core';
import { PageArgs, toConnection } from '@hub/graphql';
import { requireReader } from '@hub/persistence';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { documentPolicy } from '../domain/document.policy';
import { NO_PROGRESS } from '../domain/progress';
import { listReceipts } from '../usecases/list-receipts';
import { Document } from './document.type';
import { DocumentProgress } from './document-progress.type';
import type { DispatchHubContext } from './hub-context';
import { ReceiptFilterInput } from './receipt.input';
import { progressLoader } from './receipt.loader';
import { ReceiptConnection, toReceipt } from './receipt.type';

/** What became of a document at its addressees. */
@Resolver(() => Document)
export class DocumentReceiptsResolver {
  @FieldResolver(() => DocumentProgress, {
    nullable: true,
    description: '办理进度；单位看不到，为 null。尚未发出的各项为 0。',
  })
  async progress(@Root() { id }: Document, @Ctx() ctx: DispatchHubContext): Promise<DocumentProgress | null> {
    const actor = requireReader(ctx);
    if (!documentPolicy.may(actor, 'readProgress', { committeeId: actor.committeeId })) return null;
    return (await progressLoader.load(ctx, id)) ?? NO_PROGRESS;
  }

  @FieldResolver(() => ReceiptConnection, {
    description: '收文，按机构序列；工委看全部，单位只看本单位的。每件公文单独取数，请勿用于长列表。',
  })
  async receipts(
    @Root() { id }: Document,
    @Arg('filter', () => ReceiptFilterInput, { nullable: true }) filter: ReceiptFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<ReceiptConnection> {
    return toConnection(await listReceipts(ctx, id, filter ?? {}, pageRequest(page)), toReceipt);
  }
}
