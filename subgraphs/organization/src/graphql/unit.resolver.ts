import { type Id, type LocalDate, pageRequest } from '@hub/core';
import { type Connection, DateScalar, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { listUnits, nameOn } from '../data/unit.read-model';
import { formatInYear } from '../data/zone.read-model';
import type { OrganizationHubContext } from './hub-context';
import {
  addresseeLoader,
  findUnit,
  organizationsOfUnitLoader,
  unitNamesLoader,
  yearOf,
  zoneOfUnitLoader,
} from './loaders';
import { Organization, toOrganization } from './organization.type';
import { toZone, Zone } from './organization-parts.type';
import { UnitFilterInput } from './structure-filter.input';
import { toUnit, toUnitName, Unit, UnitConnection, UnitName } from './unit.type';

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, { nullable: true, description: '按标识查单位；不存在为 null。' })
  unit(@Arg('id', () => ID) id: Id, @Ctx() ctx: OrganizationHubContext): Promise<Unit | null> {
    return findUnit(ctx, id);
  }

  @Query(() => UnitConnection, { description: '单位列表，按机构序列；默认不含已撤销的。' })
  async units(
    @Arg('filter', () => UnitFilterInput, { nullable: true }) filter: UnitFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Unit>> {
    const year = yearOf(ctx, filter?.year);
    return toConnection(await ctx.read((tx) => listUnits(tx, filter ?? {}, year, pageRequest(page))), toUnit);
  }

  @FieldResolver(() => [Organization], { description: '单位名下现有党组织，上级在前；只列出本岗位可见的。' })
  async organizations(@Root() unit: Unit, @Ctx() ctx: OrganizationHubContext): Promise<Organization[]> {
    return ((await organizationsOfUnitLoader.load(ctx, unit.id)) ?? []).map(toOrganization);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '收文党组织：直属工委的机关党委、党总支或党支部；没有或不可见为 null。',
  })
  async addressee(@Root() unit: Unit, @Ctx() ctx: OrganizationHubContext): Promise<Organization | null> {
    const row = await addresseeLoader.load(ctx, unit.id);
    return row && toOrganization(row);
  }

  @FieldResolver(() => Zone, { nullable: true, description: '所在片区；不指定年度为本年，未分片区为 null。' })
  async zone(
    @Root() unit: Unit,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Zone | null> {
    const row = await zoneOfUnitLoader.load(ctx, formatInYear({ id: unit.id, year: yearOf(ctx, year) }));
    return row && toZone(row);
  }

  @FieldResolver(() => [UnitName], { description: '曾用名与现用名，早的在前。' })
  async names(@Root() unit: Unit, @Ctx() ctx: OrganizationHubContext): Promise<UnitName[]> {
    return ((await unitNamesLoader.load(ctx, unit.id)) ?? []).map(toUnitName);
  }

  @FieldResolver(() => String, { nullable: true, description: '某日所用名称；当日尚未设立或已撤销为 null。' })
  async nameOn(
    @Root() unit: Unit,
    @Arg('date', () => DateScalar) date: LocalDate,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<string | null> {
    return nameOn((await unitNamesLoader.load(ctx, unit.id)) ?? [], date);
  }
}
