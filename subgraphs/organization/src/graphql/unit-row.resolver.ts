import { type Id, type LocalDate, MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import {
  asksTotal,
  type Connection,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  PageArgs,
  toConnection,
} from '@hub/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';

import { type UnitFlatRow, unitRows } from '../data/unit-rows.read-model';
import type { UnitNature, UnitSector } from '../domain/unit-nature';
import type { OrganizationHubContext } from './hub-context';
import { yearOf } from './loaders';
import { UnitNatureEnum, UnitSectorEnum, UnitStatusEnum } from './structure.enum';

@InputType({ description: '单位明细的范围；各项同时满足。' })
class UnitRowsFilterInput {
  @Field(() => UnitNatureEnum, { nullable: true, description: '单位性质。' })
  nature?: UnitNature | null;

  @Field(() => Int, { nullable: true, description: '片区所指年度；默认本年。' })
  @IsOptional()
  @Min(1949)
  @Max(9999)
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: '是否包含已撤销的单位；默认不含。' })
  includeDissolved?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此时以后登记过机构变更的；供增量同步。' })
  updatedSince?: Date | null;
}

@ObjectType({ description: '单位明细平表的一行：单位各栏，以及其现有党组织的合计。' })
class UnitRow implements UnitFlatRow {
  @Field(() => ID, { description: '单位标识。' })
  unitId!: Id;

  @Field(() => String, { description: '名称。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '简称。' })
  shortName!: string | null;

  @Field(() => UnitNatureEnum, { description: '单位性质。' })
  nature!: UnitNature;

  @Field(() => UnitSectorEnum, { nullable: true, description: '所属系统。' })
  sector!: UnitSector | null;

  @Field(() => Int, { description: '机构序列中的次序。' })
  protocolOrder!: number;

  @Field(() => String, { nullable: true, description: '所在片区；未分片区为 null。' })
  zoneName!: string | null;

  @Field(() => UnitStatusEnum, { description: '状态。' })
  status!: 'ACTIVE' | 'DISSOLVED';

  @Field(() => DateScalar, { description: '设立日期。' })
  effectiveFrom!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: '撤销日期；未撤销为 null。' })
  effectiveTo!: LocalDate | null;

  @Field(() => Int, { description: '可见的现有党组织数。' })
  organizations!: number;

  @Field(() => Int, { description: '可见的现有党组织正式党员合计；未填报的不计。' })
  formalMembers!: number;

  @Field(() => Int, { description: '可见的现有党组织预备党员合计；未填报的不计。' })
  probationaryMembers!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次登记机构变更的时间；不可见为 null。' })
  changedAt!: Date | null;
}

@ObjectType({ description: '单位明细平表，按机构序列；顺序固定，可逐页取完。' })
class UnitRowConnection extends connectionOf(UnitRow) {}

@Resolver()
export class UnitRowResolver {
  @Query(() => UnitRowConnection, {
    description: '单位明细平表，供看板与导出：一个单位一行；服务令牌只看其范围内的。错误：SIGN_IN_REQUIRED。',
  })
  async unitRows(
    @Arg('filter', () => UnitRowsFilterInput, { nullable: true }) filter: UnitRowsFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<UnitRow>> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    const year = yearOf(ctx, filter?.year);
    return toConnection(await ctx.read((tx) => unitRows(tx, filter ?? {}, year, request)), (row) => row);
  }
}
