import { pageRequest } from '@hub/core';
import { type HubContext, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';

import { searchReports } from '../usecases/search-reports';
import { ReportHits, ReportSearchFilterInput, toReportHit } from './report-search.type';

@Resolver()
export class ReportSearchResolver {
  @Query(() => ReportHits, {
    description:
      '全文检索已报出的内容：各词都有的，以空格分开；工委检索全部，单位检索本单位的。错误：SEARCH_TOO_SHORT、SEARCH_TOO_LONG、SEARCH_TOO_FAR。',
  })
  async searchReports(
    @Arg('query', () => String, { description: '检索词，至少两个字。' }) query: string,
    @Arg('filter', () => ReportSearchFilterInput, { nullable: true }) filter: ReportSearchFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
  ): Promise<ReportHits> {
    return toConnection(await searchReports(ctx, query, filter ?? {}, pageRequest(page)), toReportHit);
  }
}
