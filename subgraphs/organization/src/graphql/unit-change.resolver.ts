import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { changeUnitOrder } from '../usecases/change-unit-order';
import { createUnit } from '../usecases/create-unit';
import { dissolveUnit } from '../usecases/dissolve-unit';
import { mergeUnits } from '../usecases/merge-units';
import { renameUnit } from '../usecases/rename-unit';
import { splitUnit } from '../usecases/split-unit';
import type { OrganizationHubContext } from './hub-context';
import { showUnit } from './loaders';
import {
  ChangeUnitOrderInput,
  CreateUnitInput,
  DissolveUnitInput,
  MergeUnitsInput,
  RenameUnitInput,
  SplitUnitInput,
} from './structure.input';
import { Unit } from './unit.type';

/** Recorded changes of units. */
@Resolver()
export class UnitChangeResolver {
  @Mutation(() => Unit, {
    description:
      '设立单位。错误：NAME_INVALID、UNIT_NAME_TAKEN、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async createUnit(
    @Arg('input', () => CreateUnitInput) input: CreateUnitInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit> {
    return showUnit(ctx, (await createUnit(ctx, input)).unitId);
  }

  @Mutation(() => Unit, {
    description:
      '单位更名：自生效日期起用新名，此前已发公文仍用旧名。错误：UNIT_NOT_FOUND、STALE_VERSION、UNIT_NAME_TAKEN、NAME_UNCHANGED、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async renameUnit(
    @Arg('input', () => RenameUnitInput) input: RenameUnitInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit> {
    return showUnit(ctx, (await renameUnit(ctx, input)).unitId);
  }

  @Mutation(() => Unit, {
    description: '调整机构序列。错误：UNIT_NOT_FOUND、STALE_VERSION。',
  })
  async changeUnitOrder(
    @Arg('input', () => ChangeUnitOrderInput) input: ChangeUnitOrderInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit> {
    return showUnit(ctx, (await changeUnitOrder(ctx, input)).unitId);
  }

  @Mutation(() => Unit, {
    description:
      '单位合并：返回承接单位。错误：UNIT_NOT_FOUND、UNIT_DISSOLVED、SUCCESSOR_IS_SELF、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async mergeUnits(
    @Arg('input', () => MergeUnitsInput) input: MergeUnitsInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit> {
    return showUnit(ctx, (await mergeUnits(ctx, input)).unitId);
  }

  @Mutation(() => [Unit], {
    description:
      '单位分设：返回分出的新单位。错误：UNIT_NOT_FOUND、STALE_VERSION、ORGANIZATION_OF_OTHER_UNIT、UNIT_NAME_TAKEN、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async splitUnit(
    @Arg('input', () => SplitUnitInput) input: SplitUnitInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit[]> {
    const { unitIds } = await splitUnit(ctx, input);
    return Promise.all(unitIds.map((unitId) => showUnit(ctx, unitId)));
  }

  @Mutation(() => Unit, {
    description:
      '撤销单位：名下须已无党组织。错误：UNIT_NOT_FOUND、STALE_VERSION、UNIT_HAS_ORGANIZATIONS、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async dissolveUnit(
    @Arg('input', () => DissolveUnitInput) input: DissolveUnitInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit> {
    return showUnit(ctx, (await dissolveUnit(ctx, input)).unitId);
  }
}
