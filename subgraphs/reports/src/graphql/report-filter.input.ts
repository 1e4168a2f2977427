import type { Id } from '@hub/core';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { ReportFilter } from '../data/report-filter.read-model';
import type { ReportState } from '../domain/report-state';
import { ReportStateEnum } from './report.enum';
import { ReportScopeInput } from './report-scope.input';

@InputType({ description: '报送筛选条件；各项同时满足。' })
export class ReportFilterInput extends ReportScopeInput implements ReportFilter {
  @Field(() => ID, { nullable: true, description: '某项任务。' })
  @IsOptional()
  @IsId()
  taskId?: Id | null;

  @Field(() => [ReportStateEnum], { nullable: true, description: '状态，任一。' })
  states?: ReportState[] | null;

  @Field(() => ID, { nullable: true, description: '某一片区，布置时的划分。' })
  @IsOptional()
  @IsId()
  zoneId?: Id | null;

  @Field(() => String, { nullable: true, description: '所属期。' })
  periodKey?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '报送时间起（含）。' })
  submittedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '报送时间止（不含）。' })
  submittedBefore?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此后有更新的，供增量取数。' })
  updatedSince?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '是否迟报。' })
  late?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否漏报：期限已过仍未报。' })
  missing?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否优秀。' })
  excellent?: boolean | null;
}
