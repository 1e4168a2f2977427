import type { Id } from '@hub/core';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import type { DutyRosterRow } from '../data/duty-roster.read-model';
import { PeriodInput } from './working-calendar.input';

@ObjectType({ description: '值班班次。' })
export class DutyShift {
  @Field(() => DateTimeScalar, { description: '起。' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: '止。' })
  to!: Date;

  postId!: Id;
}

@ObjectType({ description: '党组织的值班表：特急件通知值班岗；无人值班时通知经办和负责人。' })
export class DutyRoster {
  @Field(() => ID, { description: '党组织标识。' })
  organizationId!: Id;

  @Field(() => Int, { description: '版本号：排班时作为 expectedVersion 提交；从未排班为 0。' })
  version!: number;

  @Field(() => [DutyShift], { description: '所查时间内的班次，按时间。' })
  shifts!: readonly DutyShift[];
}

export const toDutyRoster = (row: DutyRosterRow): DutyRoster => row;

@InputType({ description: '值班班次。' })
export class DutyShiftInput extends PeriodInput {
  @Field(() => ID, { description: '值班人的岗位标识：在本党组织任职的业务岗位。' })
  @IsId()
  postId!: Id;
}

@InputType({ description: '排值班表。' })
export class SetDutyShiftsInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => PeriodInput, {
    description: '本次安排的起止：其间开始的班次以所列为准，其外不变。自今日起，不超过一年。',
  })
  @ValidateNested()
  window!: PeriodInput;

  @Field(() => [DutyShiftInput], { description: '班次，互不重叠，至多 500 个；没有为空。' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  shifts!: DutyShiftInput[];

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
