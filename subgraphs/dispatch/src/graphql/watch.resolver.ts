import { type Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';

import { documentPolicy } from '../domain/document.policy';
import { NO_PROGRESS } from '../domain/progress';
import { type InboxHint, readInboxChange, watchInbox } from '../usecases/watch-inbox';
import { watchProgress } from '../usecases/watch-progress';
import { findDocument } from './document.loader';
import { DocumentProgressChange } from './document-progress.type';
import type { DispatchHubContext } from './hub-context';
import { InboxChange, toInboxChange } from './inbox-change.type';
import { progressLoader } from './receipt.loader';

interface Subscribing {
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: DispatchHubContext;
}

/** What people watch while they work. Each event is read with their own eyes at the moment it is told. */
@Resolver()
export class WatchResolver {
  @Subscription(() => InboxChange, {
    nullable: true,
    description:
      '收件箱变动：当前岗位所在单位的收文新到或有变化时推送。首条的 documentId 为 null，请据此读取收件箱。错误：SIGN_IN_REQUIRED。',
    subscribe: ({ context }: Subscribing) => watchInbox(context, context.subscription),
  })
  async inboxChanged(@Root() hint: InboxHint, @Ctx() ctx: DispatchHubContext): Promise<InboxChange | null> {
    const change = await readInboxChange(ctx, hint);
    return change && toInboxChange(change);
  }

  @Subscription(() => DocumentProgressChange, {
    nullable: true,
    description:
      '一件公文的办理进度：先推送当前进度，此后签收、反馈或公文状态有变化时再推送；仅工委。错误：DOCUMENT_NOT_FOUND、ROLE_NOT_ALLOWED。',
    subscribe: ({ args, context }: Subscribing) =>
      watchProgress(context, String(args.documentId), context.subscription),
  })
  async documentProgressChanged(
    @Arg('documentId', () => ID) documentId: Id,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DocumentProgressChange | null> {
    const actor = requirePerson(ctx);
    documentPolicy.assertMay(actor, 'watchProgress', actor);
    const document = await findDocument(ctx, documentId);
    return document && { document, progress: (await progressLoader.load(ctx, documentId)) ?? NO_PROGRESS };
  }
}
