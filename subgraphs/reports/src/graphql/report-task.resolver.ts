import { type Id, isId, pageRequest } from '@hub/core';
import { asksTotal, type HubContext, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';

import { listReportTasks } from '../data/report-task.read-model';
import { ReportTaskFilterInput } from './report-task.input';
import { findTask } from './report-task.loader';
import { ReportTask, ReportTaskConnection, toReportTask } from './report-task.type';

@Resolver()
export class ReportTaskResolver {
  @Query(() => ReportTask, { nullable: true, description: '一项报送任务；不存在或与本单位无关为 null。' })
  async reportTask(@Arg('id', () => ID) id: Id, @Ctx() ctx: HubContext): Promise<ReportTask | null> {
    return isId(id) ? findTask(ctx, id) : null;
  }

  @Query(() => ReportTaskConnection, {
    description: '报送任务：工委看全部，单位看本单位应报的，截止日期晚的在前。',
  })
  async reportTasks(
    @Arg('filter', () => ReportTaskFilterInput, { nullable: true }) filter: ReportTaskFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportTaskConnection> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await ctx.read((tx) => listReportTasks(tx, filter ?? {}, request)), toReportTask);
  }
}
