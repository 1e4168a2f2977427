import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';

import { closeTask } from '../usecases/close-task';
import { extendReport } from '../usecases/extend-report';
import { moveDue } from '../usecases/move-due';
import { openTask, previewTask } from '../usecases/open-task';
import { pauseTask, resumeTask } from '../usecases/pause-task';
import type { ReportsHubContext } from './hub-context';
import {
  CloseReportTaskInput,
  ExtendReportInput,
  MoveReportTaskDueInput,
  OpenReportTaskInput,
  PauseReportTaskInput,
  ReportTaskDemandInput,
  ResumeReportTaskInput,
} from './report-asking.input';
import { ReportTaskPreview, toPreview } from './report-asking.type';
import { showTask } from './report-task.loader';
import { ReportTask } from './report-task.type';

const FORM_ERRORS =
  'PERIOD_INVALID、PERIOD_KIND_MISMATCH、TASK_KIND_SPONTANEOUS、TASK_FORM、TASK_AUDIENCE_FORM、TEMPLATE_VERSION_GONE、TEMPLATE_KIND_MISMATCH、DUE_REQUIRED、DUE_PAST、DOCUMENT_NOT_ISSUED、PAPER_ANSWERED、CALENDAR_YEAR_MISSING';

/** What the office asks for, and until when. */
@Resolver()
export class ReportAskingResolver {
  @Directive('@cost(weight: 50)')
  @Query(() => ReportTaskPreview, {
    description: `下达预览：不留痕迹。错误：${FORM_ERRORS}、ROLE_NOT_ALLOWED。`,
  })
  async previewReportTask(
    @Arg('input', () => ReportTaskDemandInput) input: ReportTaskDemandInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTaskPreview> {
    return toPreview(await previewTask(ctx, input));
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => ReportTask, {
    description: `下达报送任务：范围内每个党组织一份报送。错误：ASKED_TWICE（details.findings 列出每一项）、${FORM_ERRORS}、ROLE_NOT_ALLOWED。`,
  })
  async openReportTask(
    @Arg('input', () => OpenReportTaskInput) input: OpenReportTaskInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, openTask(ctx, input));
  }

  @Mutation(() => ReportTask, {
    description:
      '暂停报送任务：不再提醒，也不能报送。错误：TASK_NOT_FOUND、TASK_PAUSED、TASK_CLOSED、TASK_REASON_REQUIRED、STALE_VERSION。',
  })
  async pauseReportTask(
    @Arg('input', () => PauseReportTaskInput) input: PauseReportTaskInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, pauseTask(ctx, input));
  }

  @Mutation(() => ReportTask, {
    description: '恢复报送任务。错误：TASK_NOT_FOUND、TASK_NOT_PAUSED、TASK_CLOSED、DUE_PAST、STALE_VERSION。',
  })
  async resumeReportTask(
    @Arg('input', () => ResumeReportTaskInput) input: ResumeReportTaskInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, resumeTask(ctx, input));
  }

  @Mutation(() => ReportTask, {
    description:
      '结束报送任务；尚有未报送的须说明理由。错误：TASK_NOT_FOUND、TASK_CLOSED、REPORTS_MISSING、STALE_VERSION。',
  })
  async closeReportTask(
    @Arg('input', () => CloseReportTaskInput) input: CloseReportTaskInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, closeTask(ctx, input));
  }

  @Mutation(() => ReportTask, {
    description:
      '调整截止日期：未报送的单位随之调整并获通知，已延期的从长。错误：TASK_NOT_FOUND、TASK_PAUSED、TASK_CLOSED、DUE_PAST、TASK_REASON_REQUIRED、STALE_VERSION。',
  })
  async moveReportTaskDue(
    @Arg('input', () => MoveReportTaskDueInput) input: MoveReportTaskDueInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, moveDue(ctx, input));
  }

  @Mutation(() => ReportTask, {
    description:
      '为一个党组织延长报送期限。错误：TASK_NOT_FOUND、TASK_PAUSED、TASK_CLOSED、REPORT_NOT_AWAITED、DUE_PAST、DUE_NOT_LATER、TASK_REASON_REQUIRED、STALE_VERSION。',
  })
  async extendReport(
    @Arg('input', () => ExtendReportInput) input: ExtendReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportTask> {
    return show(ctx, extendReport(ctx, input));
  }
}

const show = async (ctx: ReportsHubContext, act: Promise<Id>): Promise<ReportTask> => showTask(ctx, await act);
