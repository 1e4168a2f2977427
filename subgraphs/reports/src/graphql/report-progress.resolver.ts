import { type Id, isId, pageRequest } from '@hub/core';
import { asksTotal, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import type { AggregateGrouping } from '../data/figure.read-model';
import { reportError } from '../domain/report.errors';
import { reportTaskError } from '../domain/report-task.errors';
import { readAggregates, readFigures } from '../usecases/read-figures';
import { readProgress } from '../usecases/read-progress';
import type { ReportsHubContext } from './hub-context';
import { findReport } from './report.loader';
import { Report } from './report.type';
import {
  ReportAggregates,
  ReportFigure,
  ReportFigureConnection,
  ReportProgress,
  toReportFigure,
} from './report-progress.type';
import { AggregateGroupingEnum } from './report-task.enum';

/** What came of a task, over all units. */
@Resolver(() => ReportFigure)
export class ReportProgressResolver {
  @Query(() => ReportProgress, {
    description: '一项任务的报送进度；仅工委。错误：TASK_NOT_FOUND、ROLE_NOT_ALLOWED。',
  })
  async reportProgress(@Arg('taskId', () => ID) taskId: Id, @Ctx() ctx: ReportsHubContext): Promise<ReportProgress> {
    const progress = await readProgress(ctx, known(taskId));
    if (progress === null) throw reportTaskError('TASK_NOT_FOUND');
    return progress;
  }

  @Query(() => ReportAggregates, {
    description:
      '一项任务中某个数字或金额项目的汇总；仅工委。错误：TASK_NOT_FOUND、FIELD_NOT_ADDED_UP、ROLE_NOT_ALLOWED。',
  })
  async reportAggregates(
    @Arg('taskId', () => ID) taskId: Id,
    @Arg('field', () => String, { description: '项目代码。' }) fieldKey: string,
    @Arg('groupBy', () => AggregateGroupingEnum, { defaultValue: 'NONE' }) groupBy: AggregateGrouping,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportAggregates> {
    const { field, rows } = await readAggregates(ctx, { taskId: known(taskId), fieldKey }, groupBy);
    return { fieldKey, label: field.label, type: field.type, measure: field.measure ?? null, rows };
  }

  @Query(() => ReportFigureConnection, {
    description: '汇总数的来处：逐份的数字，大的在前；仅工委。错误同 reportAggregates。',
  })
  async reportFigures(
    @Arg('taskId', () => ID) taskId: Id,
    @Arg('field', () => String, { description: '项目代码。' }) fieldKey: string,
    @Arg('zoneId', () => ID, { nullable: true, description: '某一片区。' }) zoneId: Id | null,
    @Arg('nature', () => String, { nullable: true, description: '某一单位性质。' }) nature: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: ReportsHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportFigureConnection> {
    const filter = { zoneId: zoneId === null || zoneId === undefined ? null : known(zoneId), nature };
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readFigures(ctx, { taskId: known(taskId), fieldKey }, filter, request), toReportFigure);
  }

  @FieldResolver(() => Report, { description: '报送。' })
  async report(@Root() { reportId }: ReportFigure, @Ctx() ctx: ReportsHubContext): Promise<Report> {
    const report = await findReport(ctx, reportId);
    if (report === null) throw reportError('REPORT_NOT_FOUND');
    return report;
  }
}

/** What is no id names nothing that is there. */
function known(id: Id): Id {
  if (!isId(id)) throw reportTaskError('TASK_NOT_FOUND');
  return id;
}
