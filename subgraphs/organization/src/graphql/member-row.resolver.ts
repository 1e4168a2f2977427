import { type Id, type LocalDate, MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import {
  asksTotal,
  Classified,
  type Connection,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  IsId,
  PageArgs,
  toConnection,
} from '@hub/graphql';
import { IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, InputType, ObjectType, Query, Resolver } from 'type-graphql';

import type { MemberFlatRow } from '../data/member-rows.read-model';
import type { Sex } from '../domain/id-number';
import type { MemberKind } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';
import { readMemberRows } from '../usecases/read-members';
import type { OrganizationHubContext } from './hub-context';
import { MemberExitEnum, MemberKindEnum, MemberStatusEnum, SexEnum } from './member.enum';

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
class MemberRow implements MemberFlatRow {
  @Field(() => ID, { description: '党员标识。' })
  memberId!: Id;

  @Field(() => String, { description: '所在单位。' })
  unitName!: string;

  @Field(() => String, { description: '所在支部。' })
  organizationName!: string;

  @Field(() => String, { description: '姓名。' })
  name!: string;

  @Field(() => SexEnum, { description: '性别。' })
  sex!: Sex;

  @Field(() => String, { description: '民族。' })
  ethnicity!: string;

  @Classified(3)
  @Field(() => DateScalar, { description: '出生日期。' })
  bornOn!: LocalDate;

  @Classified(3)
  @Field(() => MemberKindEnum, { description: '人员类别。' })
  kind!: MemberKind;

  @Classified(3)
  @Field(() => DateScalar, { description: '入党日期。' })
  joinedOn!: LocalDate;

  @Classified(3)
  @Field(() => DateScalar, { nullable: true, description: '转正日期；预备党员为 null。' })
  confirmedOn!: LocalDate | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '联系电话；未登记为 null。' })
  phone!: string | null;

  @Classified(3)
  @Field(() => String, { description: '公民身份号码的掩码。' })
  idNumberMasked!: string;

  @Classified(3)
  @Field(() => MemberStatusEnum, { description: '是否在册。' })
  status!: 'ACTIVE' | 'ENDED';

  @Classified(3)
  @Field(() => MemberExitEnum, { nullable: true, description: '离册方式；在册为 null。' })
  exitKind!: MemberExitKind | null;

  @Classified(3)
  @Field(() => DateScalar, { nullable: true, description: '离册日期；在册为 null。' })
  endedOn!: LocalDate | null;

  @Field(() => DateTimeScalar, { description: '最近变更时间。' })
  changedAt!: Date;
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
