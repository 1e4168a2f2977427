import { pageRequest } from '@hub/core';
import { PageArgs, toConnection } from '@hub/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { listDistribution } from '../data/distribution.read-model';
import { DistributionConnection, toDistribution } from './distribution.type';
import { actsLoader, numberSeriesLoader, overridesLoader } from './document.loader';
import { DocumentActType, DocumentHandling, RuleOverride, toDocumentAct } from './document-handling.type';
import type { DispatchHubContext } from './hub-context';
import { NumberSeries, toNumberSeries } from './number-series.type';

/** Reached through Document.handling only, which has asked whether the actor may see it. */
@Resolver(() => DocumentHandling)
export class DocumentHandlingResolver {
  @FieldResolver(() => NumberSeries, { nullable: true, description: '发文号序列。' })
  async series(@Root() { seriesId }: DocumentHandling, @Ctx() ctx: DispatchHubContext): Promise<NumberSeries | null> {
    const row = await numberSeriesLoader.load(ctx, seriesId);
    return row && toNumberSeries(row);
  }

  @FieldResolver(() => [DocumentActType], { description: '发文处理单，按次序。' })
  async acts(@Root() { documentId }: DocumentHandling, @Ctx() ctx: DispatchHubContext): Promise<DocumentActType[]> {
    return ((await actsLoader.load(ctx, documentId)) ?? []).map(toDocumentAct);
  }

  @FieldResolver(() => [RuleOverride], { description: '放行申请，按时间。' })
  async overrides(@Root() { documentId }: DocumentHandling, @Ctx() ctx: DispatchHubContext): Promise<RuleOverride[]> {
    return [...((await overridesLoader.load(ctx, documentId)) ?? [])];
  }

  @FieldResolver(() => DistributionConnection, { description: '分送：签发时列出，登记编号时确定；按机构序列。' })
  async distribution(
    @Root() { documentId }: DocumentHandling,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DistributionConnection> {
    return toConnection(await ctx.read((tx) => listDistribution(tx, documentId, pageRequest(page))), toDistribution);
  }
}
