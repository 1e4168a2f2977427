import { type Id, pageRequest } from '@hub/core';
import { asksTotal, type Connection, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import { readMembers } from '../usecases/read-members';
import type { OrganizationHubContext } from './hub-context';
import { findMember, findOrganization, findUnit } from './loaders';
import { MemberFilterInput } from './member.input';
import { Member, MemberConnection, toMember } from './member.type';
import { Organization } from './organization.type';
import { Unit } from './unit.type';

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => Member, { nullable: true, description: '按标识查询党员；不可见为 null。错误：SIGN_IN_REQUIRED。' })
  member(@Arg('id', () => ID) id: Id, @Ctx() ctx: OrganizationHubContext): Promise<Member | null> {
    return findMember(ctx, id);
  }

  @Query(() => MemberConnection, {
    description: '党员列表：单位看本单位及下级，工委看全部，均为掩码。错误：ROLE_NOT_ALLOWED、PERSON_REQUIRED。',
  })
  async members(
    @Arg('filter', () => MemberFilterInput, { nullable: true }) filter: MemberFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Member>> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readMembers(ctx, filter ?? {}, request), toMember);
  }

  @FieldResolver(() => Organization, { nullable: true, description: '所在支部；不可见为 null。' })
  organization(@Root() { organizationId }: Member, @Ctx() ctx: OrganizationHubContext): Promise<Organization | null> {
    return findOrganization(ctx, organizationId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '所在单位；不可见为 null。' })
  unit(@Root() { unitId }: Member, @Ctx() ctx: OrganizationHubContext): Promise<Unit | null> {
    return findUnit(ctx, unitId);
  }
}
