import { type Id, isId } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { structureError } from '../domain/structure.errors';
import { readDutyRoster } from '../usecases/read-calendar';
import { setDutyShifts } from '../usecases/set-duty-shifts';
import { DutyRoster, DutyShift, SetDutyShiftsInput, toDutyRoster } from './duty-roster.type';
import type { OrganizationHubContext } from './hub-context';
import { findPost } from './loaders';
import { Post } from './post.type';

/** 值班表: who answers for an organisation. */
@Resolver(() => DutyShift)
export class DutyRosterResolver {
  @Query(() => DutyRoster, {
    description: '党组织在一段时间内的值班表，不超过一年。错误：ORGANIZATION_NOT_FOUND、DUTY_WINDOW_INVALID。',
  })
  async dutyRoster(
    @Arg('organizationId', () => ID) organizationId: Id,
    @Arg('from', () => DateTimeScalar) from: Date,
    @Arg('to', () => DateTimeScalar) to: Date,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<DutyRoster> {
    if (!isId(organizationId)) throw structureError('ORGANIZATION_NOT_FOUND');
    return toDutyRoster(await readDutyRoster(ctx, organizationId, { from, to }));
  }

  @FieldResolver(() => Post, { nullable: true, description: '值班人的岗位。' })
  async post(@Root() { postId }: DutyShift, @Ctx() ctx: OrganizationHubContext): Promise<Post | null> {
    return findPost(ctx, postId);
  }

  @Mutation(() => DutyRoster, {
    description:
      '排值班表（系统管理员）。错误：ROLE_NOT_ALLOWED、ORGANIZATION_NOT_FOUND、ORGANIZATION_DISSOLVED、STALE_VERSION、DUTY_WINDOW_INVALID、DUTY_WINDOW_PAST、DUTY_OUTSIDE_WINDOW、DUTY_PERIOD_INVALID、DUTY_SHIFTS_OVERLAP、DUTY_POST_INVALID。',
  })
  async setDutyShifts(
    @Arg('input', () => SetDutyShiftsInput) input: SetDutyShiftsInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<DutyRoster> {
    const { organizationId } = await setDutyShifts(ctx, input);
    return toDutyRoster(await readDutyRoster(ctx, organizationId, input.window));
  }
}
