import { type Id, isId, pageRequest } from '@hub/core';
import { type Connection, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listOrganizations, organizationTree } from '../data/organization.read-model';
import type { OrganizationHubContext } from './hub-context';
import {
  childrenLoader,
  findOrganization,
  postsOfOrganizationLoader,
  sectionsLoader,
  showUnit,
  termsLoader,
  todayOf,
} from './loaders';
import { Organization, OrganizationConnection, toOrganization } from './organization.type';
import { Section, Term, toSection, toTerm } from './organization-parts.type';
import { Post, toPost } from './post.type';
import { OrganizationFilterInput } from './structure-filter.input';
import { Unit } from './unit.type';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true, description: '按标识查党组织；不存在或不可见为 null。' })
  organization(@Arg('id', () => ID) id: Id, @Ctx() ctx: OrganizationHubContext): Promise<Organization | null> {
    return findOrganization(ctx, id);
  }

  @Query(() => OrganizationConnection, { description: '党组织列表，按单位机构序列，上级在前；默认不含已撤销的。' })
  async organizations(
    @Arg('filter', () => OrganizationFilterInput, { nullable: true }) filter: OrganizationFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Organization>> {
    const found = await ctx.read((tx) => listOrganizations(tx, filter ?? {}, pageRequest(page)));
    return toConnection(found, toOrganization);
  }

  @Directive('@listSize(assumedSize: 500)')
  @Query(() => [Organization], {
    description: '隶属树：指定党组织及其全部下级，逐支展开；层级见 affiliationPath。不存在或不可见为空。',
  })
  async organizationTree(
    @Arg('rootId', () => ID) rootId: Id,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization[]> {
    return isId(rootId) ? (await ctx.read((tx) => organizationTree(tx, rootId))).map(toOrganization) : [];
  }

  @FieldResolver(() => Unit, { description: '所属单位。' })
  unit(@Root() organization: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Unit> {
    return showUnit(ctx, organization.unitId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: '隶属的上级党组织；没有或不可见为 null。' })
  async affiliation(@Root() { affiliationId }: Organization, @Ctx() ctx: OrganizationHubContext) {
    return affiliationId === null ? null : findOrganization(ctx, affiliationId);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '指导本组织的党组（党委）（机关基层组织工作条例）；没有为 null。',
  })
  async guidance(@Root() { guidanceId }: Organization, @Ctx() ctx: OrganizationHubContext) {
    return guidanceId === null ? null : findOrganization(ctx, guidanceId);
  }

  @FieldResolver(() => [Organization], { description: '直接隶属的下级党组织。' })
  async children(@Root() { id }: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Organization[]> {
    return ((await childrenLoader.load(ctx, id)) ?? []).map(toOrganization);
  }

  @FieldResolver(() => Term, { nullable: true, description: '本届；没有正在进行的届次为 null。' })
  async currentTerm(@Root() { id }: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Term | null> {
    const running = (await termsLoader.load(ctx, id))?.find((term) => term.closedOn === null);
    return running ? toTerm(running, todayOf(ctx)) : null;
  }

  @FieldResolver(() => [Term], { description: '历届，新的在前。' })
  async terms(@Root() { id }: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Term[]> {
    return ((await termsLoader.load(ctx, id)) ?? []).map((term) => toTerm(term, todayOf(ctx)));
  }

  @FieldResolver(() => [Section], { description: '内设部室。' })
  async sections(@Root() { id }: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Section[]> {
    return ((await sectionsLoader.load(ctx, id)) ?? []).map(toSection);
  }

  @FieldResolver(() => [Post], { description: '岗位，任职早的在前。' })
  async posts(@Root() { id }: Organization, @Ctx() ctx: OrganizationHubContext): Promise<Post[]> {
    return ((await postsOfOrganizationLoader.load(ctx, id)) ?? []).map(toPost);
  }
}
