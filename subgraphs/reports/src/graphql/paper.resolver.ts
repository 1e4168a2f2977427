import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';

import { paperPage } from '../usecases/read-paper';
import type { ReportsHubContext } from './hub-context';
import { PaperPageInput, PaperPageType } from './paper.type';

@Resolver()
export class PaperResolver {
  @Directive('@inaccessible')
  @Query(() => PaperPageType, { description: '网关内部使用：文稿的一页。错误：PAPER_SUBJECT_NOT_FOUND。' })
  async paperPage(
    @Arg('input', () => PaperPageInput) input: PaperPageInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<PaperPageType> {
    const page = await ctx.read((tx) => paperPage(tx, ctx.clock.now(), input));
    return { ...page, blocks: page.blocks.map((block) => JSON.stringify(block)) };
  }
}
