import type { Id } from '@hub/core';
import { connectionOf, DateScalar } from '@hub/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送任务：工委要求各单位在某一期报送的事项。' })
export class ReportTask {
  @Field(() => ID, { description: '任务标识。' })
  id!: Id;

  @Field(() => String, { description: '任务名称。' })
  title!: string;

  @Field(() => String, { description: '所属期：2026-10（月）、2026Q3（季）、2026H1（半年）、2026（年）。' })
  periodKey!: string;

  @Field(() => DateScalar, { description: '报送截止日期。' })
  dueOn!: string;
}

@ObjectType({ description: '报送任务列表。' })
export class ReportTaskConnection extends connectionOf(ReportTask) {}
