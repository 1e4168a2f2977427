import { type Id, MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import { asksTotal, type Connection, connectionOf, DateTimeScalar, IsId, PageArgs, toConnection } from '@hub/graphql';
import { IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, InputType, ObjectType, Query, Resolver } from 'type-graphql';

import type { MemberFlatRow } from '../data/member-rows.read-model';
import { readMemberRows } from '../usecases/read-members';
import type { OrganizationHubContext } from './hub-context';
import { MemberFields } from './member-fields';

@InputType({ description: '党员明细的范围；各项同时满足。' })
class MemberRowsFilterInput {
  @Field(() => ID, { nullable: true, description: '单位标识。' })
  @IsOptional()
  @IsId()
  unitId?: Id | null;

  @Field(() => Boolean, { nullable: true, description: '是否包含已离册的；默认不含。' })
  includeEnded?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此时以后有变更的；供增量导出。' })
  updatedSince?: Date | null;
}

@ObjectType({ description: '党员明细平表的一行；敏感信息只有掩码。' })
class MemberRow extends MemberFields implements MemberFlatRow {
  @Field(() => ID, { description: '党员标识。' })
  memberId!: Id;

  @Field(() => String, { description: '所在单位。' })
  unitName!: string;

  @Field(() => String, { description: '所在支部。' })
  organizationName!: string;
}

@ObjectType({ description: '党员明细平表，按登记先后；顺序固定，可逐页取完。' })
class MemberRowConnection extends connectionOf(MemberRow) {}

@Resolver()
export class MemberRowResolver {
  @Query(() => MemberRowConnection, {
    description:
      '党员明细平表，供导出：一名党员一行，可见范围与党员列表相同；不供服务令牌。错误：ROLE_NOT_ALLOWED、PERSON_REQUIRED。',
  })
  async memberRows(
    @Arg('filter', () => MemberRowsFilterInput, { nullable: true }) filter: MemberRowsFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<MemberRow>> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    return toConnection(await readMemberRows(ctx, filter ?? {}, request), (row) => row);
  }
}
