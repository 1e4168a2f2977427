import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { sendReportBack, sendReportForReview, signReport } from '../usecases/review-report';
import { saveReport } from '../usecases/save-report';
import { startReport } from '../usecases/start-report';
import { submitReport } from '../usecases/submit-report';
import { toFieldValues } from './field-value.input';
import type { ReportsHubContext } from './hub-context';
import {
  ReportDecisionInput,
  SaveReportInput,
  SendReportBackInput,
  StartReportInput,
  SubmitReportInput,
} from './report.input';
import { showReport } from './report.loader';
import { Report } from './report.type';

/** What a unit does with what it is asked, and what it sends of its own accord. */
@Resolver()
export class ReportUnitResolver {
  @Mutation(() => Report, {
    description:
      '新建信息、亮点工作、表彰荣誉：不待任务，报送以前只有本单位看得到。错误：REPORT_NOT_SPONTANEOUS、REPORT_TITLE_REQUIRED、TEMPLATE_VERSION_GONE、TEMPLATE_KIND_MISMATCH、PERIOD_INVALID、REPORT_ORGANIZATION_NOT_FOUND、SECRECY_MARKING。',
  })
  async startReport(
    @Arg('input', () => StartReportInput) input: StartReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await startReport(ctx, input));
  }

  @Mutation(() => Report, {
    description:
      '暂存：同一人连续保存为一版，换人或已定稿后另起一版。错误：REPORT_NOT_FOUND、STALE_VERSION、REPORT_FIELDS_INVALID、REPORT_IN_REVIEW、REPORT_SIGNED、REPORT_SUBMITTED、TASK_CLOSED、SECRECY_MARKING。',
  })
  async saveReport(
    @Arg('input', () => SaveReportInput) input: SaveReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    const { fields, ...given } = input;
    return showReport(ctx, await saveReport(ctx, { ...given, values: toFieldValues(fields) }));
  }

  @Mutation(() => Report, {
    description: '送单位负责人审核。错误：STALE_VERSION、REPORT_EMPTY、REPORT_FIELDS_INVALID、TASK_CLOSED。',
  })
  async sendReportForReview(
    @Arg('input', () => ReportDecisionInput) input: ReportDecisionInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await sendReportForReview(ctx, input));
  }

  @Mutation(() => Report, {
    description:
      '单位内退回修改：只有本单位看得到；已签发的，签发作废。错误：STALE_VERSION、REPORT_RETURN_REASON_REQUIRED、REPORT_WRONG_STATE。',
  })
  async sendReportBack(
    @Arg('input', () => SendReportBackInput) input: SendReportBackInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await sendReportBack(ctx, input));
  }

  @Mutation(() => Report, {
    description: '签发：内容即告定稿。错误：STALE_VERSION、REPORT_WRONG_STATE、REPORT_FIELDS_INVALID、TASK_CLOSED。',
  })
  async signReport(
    @Arg('input', () => ReportDecisionInput) input: ReportDecisionInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await signReport(ctx, input));
  }

  @Mutation(() => Report, {
    description:
      '报送：此后工委可见。错误：STALE_VERSION、PLEDGE_REQUIRED、SIGNATURE_NEEDED、REPORT_EMPTY、REPORT_FIELDS_INVALID、MINUTES_INVALID、REPORT_SUBMITTED、TASK_CLOSED、TASK_PAUSED。',
  })
  async submitReport(
    @Arg('input', () => SubmitReportInput) input: SubmitReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await submitReport(ctx, input));
  }
}
