import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '填报负担的筛选。' })
export class UnitBurdenFilterInput {
  @Field(() => [ID], { nullable: true, description: '某些单位，至多 1000 个。' })
  @IsOptional()
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  unitIds?: Id[] | null;

  @Field(() => String, { nullable: true, description: '起始月份（含），例如 2026-01。' })
  fromMonth?: string | null;

  @Field(() => String, { nullable: true, description: '截止月份（含）。' })
  toMonth?: string | null;
}
