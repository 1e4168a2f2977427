import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';

import { endExemption } from '../usecases/end-exemption';
import { exemptFromUrging } from '../usecases/exempt-from-urging';
import { readLadders } from '../usecases/read-ladders';
import { removeLadder } from '../usecases/remove-ladder';
import { setLadder } from '../usecases/set-ladder';
import { setQuietHours } from '../usecases/set-quiet-hours';
import type { OrganizationHubContext } from './hub-context';
import {
  EndExemptionInput,
  ExemptFromUrgingInput,
  RemoveLadderInput,
  SetLadderInput,
  SetQuietHoursInput,
  stepsOf,
} from './ladder.input';
import { Ladders, toLadders, UrgingExemption } from './ladder.type';
import { findOrganization, todayOf } from './loaders';
import { Organization } from './organization.type';

const show = async (ctx: OrganizationHubContext): Promise<Ladders> => toLadders(await readLadders(ctx), todayOf(ctx));

/** 催办规则: who is reminded when, and by which level. */
@Resolver()
export class LadderResolver {
  @Query(() => Ladders, { description: '催办规则：今日适用的和尚未施行的梯度、免打扰时段、免于催办的党组织。' })
  async ladders(@Ctx() ctx: OrganizationHubContext): Promise<Ladders> {
    return show(ctx);
  }

  @Mutation(() => Ladders, {
    description:
      '施行一项催办梯度（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、LADDER_NOT_AHEAD、LADDER_STEP_COUNT、LADDER_STEP_TIME、LADDER_CODE_INVALID、LADDER_CODE_TWICE、LADDER_LEVEL_INVALID、LADDER_LEVEL_BACK、LADDER_TIME_BACK、LADDER_NOBODY、LADDER_NOTHING_AUTOMATIC、LADDER_REPEAT_INVALID、LADDER_REPEAT_NOT_LAST、LADDER_WRITING_AUTOMATIC、LADDERS_TOO_MANY。',
  })
  async setLadder(
    @Arg('input', () => SetLadderInput) { steps, urgency, ...input }: SetLadderInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Ladders> {
    await setLadder(ctx, { ...input, urgency: urgency ?? null, steps: stepsOf(steps) });
    return show(ctx);
  }

  @Mutation(() => Ladders, {
    description: '取消一项尚未施行的催办梯度（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、LADDER_NOT_FOUND。',
  })
  async removeLadder(
    @Arg('input', () => RemoveLadderInput) { urgency, ...input }: RemoveLadderInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Ladders> {
    await removeLadder(ctx, { ...input, urgency: urgency ?? null });
    return show(ctx);
  }

  @Mutation(() => Ladders, {
    description: '规定免打扰时段（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、QUIET_HOURS_INVALID。',
  })
  async setQuietHours(
    @Arg('input', () => SetQuietHoursInput) { quietHours, expectedVersion }: SetQuietHoursInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Ladders> {
    await setQuietHours(ctx, { quietHours: quietHours ?? null, expectedVersion });
    return show(ctx);
  }

  @Mutation(() => Ladders, {
    description:
      '免于催办（工委领导、核稿）：该党组织只由系统提醒，不作 1 至 4 级催办建议。错误：ROLE_NOT_ALLOWED、STALE_VERSION、ORGANIZATION_NOT_FOUND、EXEMPTION_REASON、EXEMPTION_OVER、EXEMPTIONS_TOO_MANY。',
  })
  async exemptFromUrging(
    @Arg('input', () => ExemptFromUrgingInput) { obligation, until, ...input }: ExemptFromUrgingInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Ladders> {
    await exemptFromUrging(ctx, { ...input, obligation: obligation ?? null, until: until ?? null });
    return show(ctx);
  }

  @Mutation(() => Ladders, {
    description: '终止免于催办（工委领导、核稿）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、EXEMPTION_NOT_FOUND。',
  })
  async endExemption(
    @Arg('input', () => EndExemptionInput) { obligation, ...input }: EndExemptionInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Ladders> {
    await endExemption(ctx, { ...input, obligation: obligation ?? null });
    return show(ctx);
  }
}

@Resolver(() => UrgingExemption)
export class UrgingExemptionResolver {
  @FieldResolver(() => Organization, { nullable: true, description: '免于催办的党组织。' })
  organization(
    @Root() { organizationId }: UrgingExemption,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization | null> {
    return findOrganization(ctx, organizationId);
  }
}
