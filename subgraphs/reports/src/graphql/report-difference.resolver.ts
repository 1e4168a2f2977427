import { type Id, isId } from '@hub/core';
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';

import { reportError } from '../domain/report.errors';
import { comparePeriods, compareVersions } from '../usecases/compare-reports';
import type { ReportsHubContext } from './hub-context';
import { ReportDifference, toReportDifference } from './report-difference.type';

@Resolver()
export class ReportDifferenceResolver {
  @Directive('@cost(weight: 100)')
  @Query(() => ReportDifference, {
    description:
      '一份报送两个版本的对比；工委只能对比报送过的版本。错误：REPORT_NOT_FOUND、REPORT_VERSION_NOT_FOUND、SIGN_IN_REQUIRED。',
  })
  async reportDifference(
    @Arg('reportId', () => ID) reportId: Id,
    @Arg('from', () => Int, { description: '前者的版本。' }) from: number,
    @Arg('to', () => Int, { nullable: true, description: '后者的版本；默认单位为最新的，工委为最近一次报送的。' })
    to: number | null,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportDifference> {
    return toReportDifference(await compareVersions(ctx, { reportId: known(reportId), from, to: to ?? null }));
  }

  @Directive('@cost(weight: 100)')
  @Query(() => ReportDifference, {
    description:
      '一份报送与同一党组织、同一模板另一期报送的对比，以这一份为后者；单位看正在填报的，工委看最近一次报送的。错误：PERIOD_INVALID、REPORT_NOT_FOUND、REPORT_OF_PERIOD_NOT_FOUND、REPORT_VERSION_NOT_FOUND、SIGN_IN_REQUIRED。',
  })
  async reportPeriodDifference(
    @Arg('reportId', () => ID) reportId: Id,
    @Arg('periodKey', () => String, { nullable: true, description: '另一期，例如 2026-09；默认为上一期。' })
    periodKey: string | null,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportDifference> {
    return toReportDifference(await comparePeriods(ctx, { reportId: known(reportId), periodKey: periodKey ?? null }));
  }
}

/** What is no id names nothing that is there. */
function known(id: Id): Id {
  if (!isId(id)) throw reportError('REPORT_NOT_FOUND');
  return id;
}
