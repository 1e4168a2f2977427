import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { OrganizationKind } from '../domain/organization-kind';
import type { UnitNature } from '../domain/unit-nature';
import { OrganizationKindEnum, UnitNatureEnum } from './structure.enum';

@InputType({ description: '单位筛选条件；各项同时满足。' })
export class UnitFilterInput {
  @Field(() => UnitNatureEnum, { nullable: true, description: '单位性质。' })
  nature?: UnitNature | null;

  @Field(() => ID, { nullable: true, description: '片区标识。' })
  @IsOptional()
  @IsId()
  zoneId?: Id | null;

  @Field(() => Int, { nullable: true, description: '片区所指年度；默认本年。' })
  @IsOptional()
  @Min(1949)
  @Max(9999)
  year?: number | null;

  @Field(() => String, { nullable: true, description: '名称中包含的文字。' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否包含已撤销的单位；默认不含。' })
  includeDissolved?: boolean | null;
}

@InputType({ description: '党组织筛选条件；各项同时满足。' })
export class OrganizationFilterInput {
  @Field(() => ID, { nullable: true, description: '单位标识。' })
  @IsOptional()
  @IsId()
  unitId?: Id | null;

  @Field(() => OrganizationKindEnum, { nullable: true, description: '党组织类型。' })
  kind?: OrganizationKind | null;

  @Field(() => String, { nullable: true, description: '名称中包含的文字。' })
  @IsOptional()
  @MaxLength(120)
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否包含已撤销的党组织；默认不含。' })
  includeDissolved?: boolean | null;
}
