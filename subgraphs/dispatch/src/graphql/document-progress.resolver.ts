import { type Id, isId } from '@hub/core';
import { requireReader } from '@hub/persistence';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';

import { documentPolicy } from '../domain/document.policy';
import { NO_PROGRESS } from '../domain/progress';
import { recordError } from '../domain/record.errors';
import { checkProgress } from '../usecases/check-progress';
import { DocumentProgress, ProgressCheckResult } from './document-progress.type';
import type { DispatchHubContext } from './hub-context';
import { progressLoader } from './receipt.loader';

@Resolver()
export class DocumentProgressResolver {
  @Query(() => DocumentProgress, {
    description: '一件公文的办理进度；仅工委。尚未发出的各项为 0。错误：DOCUMENT_NOT_FOUND、ROLE_NOT_ALLOWED。',
  })
  async documentProgress(
    @Arg('documentId', () => ID) documentId: Id,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DocumentProgress> {
    const actor = requireReader(ctx);
    documentPolicy.assertMay(actor, 'readProgress', { committeeId: actor.committeeId });
    if (!isId(documentId)) throw recordError('DOCUMENT_NOT_FOUND');
    return (await progressLoader.load(ctx, documentId)) ?? NO_PROGRESS;
  }

  @Directive('@cost(weight: 100)')
  @Query(() => ProgressCheckResult, {
    description: '核对进度：比较所记计数与逐件重新计数，不改数据；仅工委。错误：DOCUMENT_NOT_FOUND、ROLE_NOT_ALLOWED。',
  })
  async documentProgressCheck(
    @Arg('documentId', () => ID) documentId: Id,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<ProgressCheckResult> {
    if (!isId(documentId)) throw recordError('DOCUMENT_NOT_FOUND');
    return checkProgress(ctx, documentId);
  }
}
