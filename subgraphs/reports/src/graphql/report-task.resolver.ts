import { pageRequest } from '@hub/core';
import { type HubContext, PageArgs, toConnection } from '@hub/graphql';
import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { listReportTasks } from '../data/report-task.read-model';
import { ReportTaskConnection } from './report-task.type';

@Resolver()
export class ReportTaskResolver {
  @Query(() => ReportTaskConnection, {
    description: '报送任务：工委看全部，单位看本单位应报的，截止日期晚的在前。',
  })
  async reportTasks(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: HubContext): Promise<ReportTaskConnection> {
    return toConnection(await ctx.read((tx) => listReportTasks(tx, pageRequest(page))), (row) => row);
  }
}
