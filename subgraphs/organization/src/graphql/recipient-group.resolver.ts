import { type Id, isId } from '@hub/core';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { recipientGroupError } from '../domain/recipient-group.errors';
import { changeGroupMembers } from '../usecases/change-group-members';
import { createGroup } from '../usecases/create-group';
import { readGroup, readGroups, readGroupVersions } from '../usecases/read-groups';
import type { OrganizationHubContext } from './hub-context';
import { findOrganization } from './loaders';
import { Organization } from './organization.type';
import { RecipientGroup, RecipientGroupVersion, toGroupVersion, toRecipientGroup } from './recipient-group.type';
import { ChangeGroupMembersInput, CreateGroupInput } from './zone-and-group.input';

async function showGroup(ctx: OrganizationHubContext, groupId: Id): Promise<RecipientGroup> {
  const group = await readGroup(ctx, groupId);
  if (group === null) throw recipientGroupError('GROUP_NOT_FOUND');
  return toRecipientGroup(group);
}

@Resolver(() => RecipientGroup)
export class RecipientGroupResolver {
  @Query(() => [RecipientGroup], { description: '收文分组列表（工委）。错误：ROLE_NOT_ALLOWED。' })
  async recipientGroups(@Ctx() ctx: OrganizationHubContext): Promise<RecipientGroup[]> {
    return (await readGroups(ctx)).map(toRecipientGroup);
  }

  @Query(() => RecipientGroup, { nullable: true, description: '按标识查收文分组（工委）；不存在为 null。' })
  async recipientGroup(
    @Arg('id', () => ID) id: Id,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RecipientGroup | null> {
    const group = isId(id) ? await readGroup(ctx, id) : null;
    return group && toRecipientGroup(group);
  }

  @FieldResolver(() => [Organization], { description: '成员党组织。' })
  async organizations(@Root() group: RecipientGroup, @Ctx() ctx: OrganizationHubContext): Promise<Organization[]> {
    const found = await Promise.all(group.organizationIds.map((id) => findOrganization(ctx, id)));
    return found.filter((organization) => organization !== null);
  }

  @FieldResolver(() => [RecipientGroupVersion], { description: '各版本，新的在前。' })
  async versions(@Root() group: RecipientGroup, @Ctx() ctx: OrganizationHubContext): Promise<RecipientGroupVersion[]> {
    return (await readGroupVersions(ctx, group.id)).map(toGroupVersion);
  }

  @Mutation(() => RecipientGroup, {
    description:
      '新建收文分组。错误：GROUP_NAME_INVALID、GROUP_NAME_TAKEN、GROUP_RULE_VALUE、GROUP_IS_RULE、GROUP_MEMBER_INVALID。',
  })
  async createGroup(
    @Arg('input', () => CreateGroupInput) input: CreateGroupInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RecipientGroup> {
    return showGroup(ctx, (await createGroup(ctx, input)).groupId);
  }

  @Mutation(() => RecipientGroup, {
    description:
      '增减收文分组成员。错误：GROUP_NOT_FOUND、STALE_VERSION、GROUP_IS_RULE、GROUP_MEMBER_INVALID、GROUP_REASON_REQUIRED、GROUP_UNCHANGED。',
  })
  async changeGroupMembers(
    @Arg('input', () => ChangeGroupMembersInput) input: ChangeGroupMembersInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RecipientGroup> {
    return showGroup(ctx, (await changeGroupMembers(ctx, input)).groupId);
  }
}
