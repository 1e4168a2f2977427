import { type Id, isId, pageRequest } from '@hub/core';
import { type HubContext, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listReportPlans } from '../usecases/plans/read-report-plans';
import { ReportPlanFilterInput } from './report-plan.input';
import { findPlan, planTasksLoader } from './report-plan.loader';
import { ReportPlan, ReportPlanConnection, toReportPlan } from './report-plan.type';
import { ReportTask, toReportTask } from './report-task.type';
import { findTemplate } from './template.loader';
import { ReportTemplate } from './template.type';

@Resolver(() => ReportPlan)
export class ReportPlanResolver {
  @Query(() => ReportPlan, { nullable: true, description: '一项定期任务；不存在为 null。' })
  async reportPlan(@Arg('id', () => ID) id: Id, @Ctx() ctx: HubContext): Promise<ReportPlan | null> {
    return isId(id) ? findPlan(ctx, id) : null;
  }

  @Query(() => ReportPlanConnection, { description: '定期任务，按设立的先后。错误：ROLE_NOT_ALLOWED。' })
  async reportPlans(
    @Arg('filter', () => ReportPlanFilterInput, { nullable: true }) filter: ReportPlanFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
  ): Promise<ReportPlanConnection> {
    return toConnection(await listReportPlans(ctx, filter ?? {}, pageRequest(page)), toReportPlan);
  }

  @FieldResolver(() => ReportTemplate, { nullable: true, description: '所用模板。' })
  template(@Root() { templateId }: ReportPlan, @Ctx() ctx: HubContext): Promise<ReportTemplate | null> {
    return findTemplate(ctx, templateId);
  }

  @Directive('@listSize(assumedSize: 24)')
  @FieldResolver(() => [ReportTask], { description: '已下达的各期任务，所属期晚的在前，最近 24 期。' })
  async tasks(@Root() { id }: ReportPlan, @Ctx() ctx: HubContext): Promise<ReportTask[]> {
    return ((await planTasksLoader.load(ctx, id)) ?? []).map(toReportTask);
  }
}

@Resolver(() => ReportTask)
export class ReportTaskPlanResolver {
  @FieldResolver(() => ReportPlan, { nullable: true, description: '所属定期任务；单独下达的为 null，单位不可见。' })
  async plan(@Root() { planId }: ReportTask, @Ctx() ctx: HubContext): Promise<ReportPlan | null> {
    return planId === null ? null : findPlan(ctx, planId);
  }
}
