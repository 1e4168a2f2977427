import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { adoptReport, revokeAdoption } from '../usecases/adopt-report';
import { exemptReport } from '../usecases/exempt-report';
import { acceptReport, commendReport, returnReport } from '../usecases/judge-report';
import type { ReportsHubContext } from './hub-context';
import {
  AdoptReportInput,
  CommendReportInput,
  ExemptReportInput,
  ReportDecisionInput,
  ReturnReportInput,
  RevokeAdoptionInput,
} from './report.input';
import { showReport } from './report.loader';
import { Report } from './report.type';

/** What the office does with what was handed in. */
@Resolver()
export class ReportOfficeResolver {
  @Mutation(() => Report, {
    description:
      '退回：选理由，可标注项目；单位另有补报期限，按期首次报送的不算迟报。错误：STALE_VERSION、REPORT_NOT_SUBMITTED、REPORT_RETURN_REASON_REQUIRED、REPORT_RETURN_NOTE_REQUIRED、MARKED_FIELD_UNKNOWN、RESUBMIT_DUE_PAST、TASK_CLOSED。',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput) input: ReturnReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await returnReport(ctx, input));
  }

  @Mutation(() => Report, {
    description: '采纳。错误：STALE_VERSION、REPORT_NOT_SUBMITTED。',
  })
  async acceptReport(
    @Arg('input', () => ReportDecisionInput) input: ReportDecisionInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await acceptReport(ctx, input));
  }

  @Mutation(() => Report, {
    description: '评为优秀或取消；只作统计，不作考核依据。错误：STALE_VERSION、REPORT_NOT_ACCEPTED。',
  })
  async commendReport(
    @Arg('input', () => CommendReportInput) input: CommendReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await commendReport(ctx, input));
  }

  @Mutation(() => Report, {
    description:
      '免报：单位不再欠报，也不算已报；催报随之停止。错误：STALE_VERSION、EXEMPT_REASON_REQUIRED、REPORT_NOT_ASKED、REPORT_SUBMITTED、REPORT_ACCEPTED、REPORT_SETTLED、REPORT_EXEMPT、TASK_CLOSED。',
  })
  async exemptReport(
    @Arg('input', () => ExemptReportInput) input: ExemptReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await exemptReport(ctx, input));
  }

  @Mutation(() => Report, {
    description:
      '登记采用；只作信息工作统计，按最高级别计一次。错误：STALE_VERSION、REPORT_NOT_ACCEPTED、ADOPTED_ALREADY、ADOPTED_ON_INVALID、ADOPTION_CHANNEL_REQUIRED。',
  })
  async adoptReport(
    @Arg('input', () => AdoptReportInput) input: AdoptReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await adoptReport(ctx, input));
  }

  @Mutation(() => Report, {
    description: '撤销采用。错误：STALE_VERSION、ADOPTION_NOT_FOUND、REVOKE_REASON_REQUIRED。',
  })
  async revokeAdoption(
    @Arg('input', () => RevokeAdoptionInput) input: RevokeAdoptionInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Report> {
    return showReport(ctx, await revokeAdoption(ctx, input));
  }
}
