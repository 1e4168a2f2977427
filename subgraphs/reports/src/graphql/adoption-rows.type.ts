import type { Id, LocalDate } from '@hub/core';
import { DateScalar, describedBy, enumOf } from '@hub/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import {
  ADOPTION_GROUPINGS,
  type AdoptionGrouping,
  type AdoptionGroupRow,
  type AdoptionRowsFilter,
} from '../data/adoption-rows.read-model';
import type { PeriodKey } from '../domain/period';
import { ReportScopeInput } from './report-scope.input';

const GROUPING_NAMES = { PERIOD: '按周期', UNIT: '按单位', UNIT_AND_PERIOD: '按单位和周期' } as const;

export const AdoptionGroupingEnum = enumOf<AdoptionGrouping>(ADOPTION_GROUPINGS);

registerEnumType(AdoptionGroupingEnum, {
  name: 'AdoptionGrouping',
  description: '采用统计的分组方式。',
  valuesConfig: describedBy(ADOPTION_GROUPINGS, (grouping) => GROUPING_NAMES[grouping]),
});

@InputType({ description: '采用统计的范围；各项同时满足。' })
export class AdoptionRowsFilterInput extends ReportScopeInput implements AdoptionRowsFilter {
  @Field(() => DateScalar, { nullable: true, description: '采用日期起（含）。' })
  from?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: '采用日期止（含）。' })
  to?: LocalDate | null;
}

@ObjectType({ description: '采用统计的一行。各级之和为采用份数。' })
export class AdoptionRow implements AdoptionGroupRow {
  @Field(() => ID, { nullable: true, description: '单位标识；不按单位分组的为 null。' })
  unitId!: Id | null;

  @Field(() => String, { nullable: true, description: '单位名称。' })
  unitName!: string | null;

  @Field(() => String, { nullable: true, description: '周期，例如 2026-10、2026Q3；不按周期分组的为 null。' })
  periodKey!: PeriodKey | null;

  @Field(() => Int, { description: '被采用的报送份数；一份只计一次。' })
  reports!: number;

  @Field(() => Int, { description: '最高为工委采用的。' })
  committee!: number;

  @Field(() => Int, { description: '最高为市级采用的。' })
  city!: number;

  @Field(() => Int, { description: '最高为省级采用的。' })
  province!: number;

  @Field(() => Int, { description: '最高为国家级采用的。' })
  nation!: number;
}
