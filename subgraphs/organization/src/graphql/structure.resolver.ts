import { type Id, isId } from '@hub/core';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { contactPointsOf } from '../data/organization-parts.read-model';
import { structureEventsOf } from '../data/structure-event.read-model';
import { formatInYear, listZones } from '../data/zone.read-model';
import { readMemberWarnings } from '../usecases/read-member-warnings';
import type { OrganizationHubContext } from './hub-context';
import { findPost, showOrganization, showUnit, unitsOfZoneLoader, yearOf } from './loaders';
import { Organization } from './organization.type';
import { ContactPoint, toContactPoint, toZone, Zone } from './organization-parts.type';
import { OrganizationWarning, toOrganizationWarning } from './organization-warning.type';
import { Post } from './post.type';
import { StructureEvent, toStructureEvent } from './structure-event.type';
import { Unit } from './unit.type';

@Resolver(() => StructureEvent)
export class StructureEventResolver {
  @Query(() => [StructureEvent], { description: '单位或党组织的变更历史，按生效日期；不存在或不可见为空。' })
  async structureEvents(
    @Arg('of', () => ID) objectId: Id,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<StructureEvent[]> {
    return isId(objectId) ? (await ctx.read((tx) => structureEventsOf(tx, objectId))).map(toStructureEvent) : [];
  }
}

@Resolver(() => OrganizationWarning)
export class OrganizationWarningResolver {
  @Directive('@listSize(assumedSize: 150)')
  @Query(() => [OrganizationWarning], {
    description: '设置评估（机关基层组织工作条例、支部工作条例）：可指定单位；按机构序列，只含本岗位可见的党组织。',
  })
  async organizationWarnings(
    @Arg('unitId', () => ID, { nullable: true }) unitId: Id | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<OrganizationWarning[]> {
    if (unitId && !isId(unitId)) return [];
    return (await readMemberWarnings(ctx, unitId ?? null)).map(toOrganizationWarning);
  }

  @FieldResolver(() => Organization, { description: '评估的党组织。' })
  organization(@Root() warning: OrganizationWarning, @Ctx() ctx: OrganizationHubContext): Promise<Organization> {
    return showOrganization(ctx, warning.organizationId);
  }
}

@Resolver(() => Zone)
export class ZoneResolver {
  @Query(() => [Zone], { description: '片区列表。' })
  async zones(@Ctx() ctx: OrganizationHubContext): Promise<Zone[]> {
    return (await ctx.read(listZones)).map(toZone);
  }

  @FieldResolver(() => [Unit], { description: '片区内单位，按机构序列；不指定年度为本年。' })
  async units(
    @Root() { id }: Zone,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Unit[]> {
    const unitIds = await unitsOfZoneLoader.load(ctx, formatInYear({ id, year: yearOf(ctx, year) }));
    return Promise.all((unitIds ?? []).map((unitId) => showUnit(ctx, unitId)));
  }

  @FieldResolver(() => Post, { nullable: true, description: '联系领导的岗位；未定或不可见为 null。' })
  async contactLeader(@Root() { contactLeaderPostId }: Zone, @Ctx() ctx: OrganizationHubContext) {
    return contactLeaderPostId === null ? null : findPost(ctx, contactLeaderPostId);
  }
}

@Resolver(() => ContactPoint)
export class ContactPointResolver {
  @Directive('@listSize(assumedSize: 150)')
  @Query(() => [ContactPoint], { description: '联系点，按单位机构序列；不指定年度为本年。' })
  async contactPoints(
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ContactPoint[]> {
    return (await ctx.read((tx) => contactPointsOf(tx, yearOf(ctx, year)))).map(toContactPoint);
  }

  @FieldResolver(() => Unit, { description: '领导所在单位。' })
  unit(@Root() contactPoint: ContactPoint, @Ctx() ctx: OrganizationHubContext): Promise<Unit> {
    return showUnit(ctx, contactPoint.unitId);
  }

  @FieldResolver(() => Organization, { description: '联系的党支部。' })
  organization(@Root() contactPoint: ContactPoint, @Ctx() ctx: OrganizationHubContext): Promise<Organization> {
    return showOrganization(ctx, contactPoint.organizationId);
  }
}
