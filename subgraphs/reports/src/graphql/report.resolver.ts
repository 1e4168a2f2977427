import { type Id, isId, pageRequest } from '@hub/core';
import { asksTotal, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';

import type { ReportBox } from '../data/report-list.read-model';
import { readReports } from '../usecases/read-reports';
import type { ReportsHubContext } from './hub-context';
import { findReport } from './report.loader';
import { Report, ReportConnection, toReport } from './report.type';
import { ReportBoxEnum } from './report-box.enum';
import { ReportFilterInput } from './report-filter.input';

@Resolver()
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: '一份报送；不存在或不属于本单位为 null。' })
  async report(@Arg('id', () => ID) id: Id, @Ctx() ctx: ReportsHubContext): Promise<Report | null> {
    return isId(id) ? findReport(ctx, id) : null;
  }

  @Query(() => ReportConnection, {
    description:
      '报送列表：工委看全部，单位看本单位的；totalCount 至多数到 10001，即多于一万。错误：REPORT_LIST_OF_TASK。',
  })
  async reports(
    @Arg('box', () => ReportBoxEnum, { defaultValue: 'HANDED_IN' }) box: ReportBox,
    @Arg('filter', () => ReportFilterInput, { nullable: true }) filter: ReportFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: ReportsHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportConnection> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readReports(ctx, box, filter ?? {}, request), toReport);
  }
}
