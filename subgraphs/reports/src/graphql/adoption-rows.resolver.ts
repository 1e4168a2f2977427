import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';

import type { AdoptionGrouping } from '../data/adoption-rows.read-model';
import type { Cadence } from '../domain/period';
import { readAdoptionRows } from '../usecases/read-adoption-rows';
import { AdoptionGroupingEnum, AdoptionRow, AdoptionRowsFilterInput } from './adoption-rows.type';
import type { ReportsHubContext } from './hub-context';
import { ReportCadenceEnum } from './report-task.enum';

@Resolver()
export class AdoptionRowsResolver {
  @Directive('@cost(weight: 100)')
  @Directive('@listSize(assumedSize: 200)')
  @Query(() => [AdoptionRow], {
    description:
      '信息采用统计，供看板与导出：一份报送按其最高级别计一次，计在首次达到该级别的日期；已撤销的采用不计。周期由新及旧，单位按机构序列，不作排名；单位与服务令牌只看各自范围内的。只作信息工作统计，不作单位考核依据（《整治形式主义为基层减负若干规定》，2024 年）。错误：SIGN_IN_REQUIRED。',
  })
  adoptionRows(
    @Arg('groupBy', () => AdoptionGroupingEnum) groupBy: AdoptionGrouping,
    @Arg('every', () => ReportCadenceEnum, { defaultValue: 'MONTHLY', description: '按周期分组时的周期。' })
    every: Cadence,
    @Arg('filter', () => AdoptionRowsFilterInput, { nullable: true }) filter: AdoptionRowsFilterInput | null,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<AdoptionRow[]> {
    return readAdoptionRows(ctx, groupBy, every, filter ?? {});
  }
}
