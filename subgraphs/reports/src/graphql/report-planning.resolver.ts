import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { createReportPlan } from '../usecases/plans/create-report-plan';
import { endReportPlan } from '../usecases/plans/end-report-plan';
import { pauseReportPlan } from '../usecases/plans/pause-report-plan';
import { resumeReportPlan } from '../usecases/plans/resume-report-plan';
import { reviseReportPlan } from '../usecases/plans/revise-report-plan';
import type { ReportsHubContext } from './hub-context';
import {
  CreateReportPlanInput,
  ResumeReportPlanInput,
  ReviseReportPlanInput,
  StopReportPlanInput,
} from './report-plan.input';
import { showPlan } from './report-plan.loader';
import { ReportPlan, ReportPlanResumption } from './report-plan.type';

const DEMAND_ERRORS =
  'TASK_FORM、TASK_AUDIENCE_FORM、TEMPLATE_VERSION_GONE、TEMPLATE_KIND_MISMATCH、DUE_REQUIRED、DUE_RULE_INVALID、ASKED_TWICE';

/** What the office asks for again and again. */
@Resolver()
export class ReportPlanningResolver {
  @Directive('@cost(weight: 50)')
  @Mutation(() => ReportPlan, {
    description: `设立定期任务：从起始一期起，每期自动下达。错误：${DEMAND_ERRORS}、TASK_KIND_SPONTANEOUS、PLAN_CADENCE_REQUIRED、PLAN_CADENCE_MISMATCH、PERIOD_INVALID、PERIOD_KIND_MISMATCH、PLAN_PERIOD_PAST、ROLE_NOT_ALLOWED。`,
  })
  async createReportPlan(
    @Arg('input', () => CreateReportPlanInput) input: CreateReportPlanInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPlan> {
    return show(ctx, createReportPlan(ctx, input));
  }

  @Directive('@cost(weight: 50)')
  @Mutation(() => ReportPlan, {
    description: `修订定期任务：已下达的不变；暂缓的随即重试。错误：PLAN_NOT_FOUND、STALE_VERSION、PLAN_ENDED、${DEMAND_ERRORS}。`,
  })
  async reviseReportPlan(
    @Arg('input', () => ReviseReportPlanInput) input: ReviseReportPlanInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPlan> {
    return show(ctx, reviseReportPlan(ctx, input));
  }

  @Mutation(() => ReportPlan, {
    description:
      '暂停定期任务：不再下达，已下达的不变。错误：PLAN_NOT_FOUND、STALE_VERSION、PLAN_PAUSED、PLAN_ENDED、TASK_REASON_REQUIRED。',
  })
  async pauseReportPlan(
    @Arg('input', () => StopReportPlanInput) input: StopReportPlanInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPlan> {
    return show(ctx, pauseReportPlan(ctx, input));
  }

  @Mutation(() => ReportPlanResumption, {
    description:
      '恢复定期任务：暂停期间已过下达日期的各期不补。错误：PLAN_NOT_FOUND、STALE_VERSION、PLAN_NOT_PAUSED、PLAN_ENDED。',
  })
  async resumeReportPlan(
    @Arg('input', () => ResumeReportPlanInput) input: ResumeReportPlanInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPlanResumption> {
    const { planId, skipped } = await resumeReportPlan(ctx, input);
    return { plan: await showPlan(ctx, planId), skipped };
  }

  @Mutation(() => ReportPlan, {
    description:
      '终止定期任务，不能恢复；已下达的不变。错误：PLAN_NOT_FOUND、STALE_VERSION、PLAN_ENDED、TASK_REASON_REQUIRED。',
  })
  async endReportPlan(
    @Arg('input', () => StopReportPlanInput) input: StopReportPlanInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPlan> {
    return show(ctx, endReportPlan(ctx, input));
  }
}

const show = async (ctx: ReportsHubContext, act: Promise<Id>): Promise<ReportPlan> => showPlan(ctx, await act);
