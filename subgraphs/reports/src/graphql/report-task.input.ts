import type { Id } from '@hub/core';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { ReportTaskFilter } from '../data/report-task.read-model';
import type { ReportKind } from '../domain/report-kind';
import type { TaskState } from '../domain/task-state';
import { ReportKindEnum } from './report-kind.enum';
import { ReportTaskStateEnum } from './report-task.enum';

@InputType({ description: '报送任务筛选条件；各项同时满足。' })
export class ReportTaskFilterInput implements ReportTaskFilter {
  @Field(() => [ReportTaskStateEnum], { nullable: true, description: '状态，任一。' })
  states?: TaskState[] | null;

  @Field(() => [ReportKindEnum], { nullable: true, description: '种类，任一。' })
  kinds?: ReportKind[] | null;

  @Field(() => String, { nullable: true, description: '所属期。' })
  periodKey?: string | null;

  @Field(() => ID, { nullable: true, description: '某项定期任务所开的。' })
  @IsOptional()
  @IsId()
  planId?: Id | null;

  @Field(() => ID, { nullable: true, description: '由某件公文而来的。' })
  @IsOptional()
  @IsId()
  documentId?: Id | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此后有更新的，供增量取数。' })
  updatedSince?: Date | null;
}
