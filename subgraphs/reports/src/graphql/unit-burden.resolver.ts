import { pageRequest, rowsBy } from '@hub/core';
import { asksTotal, defineLoader, type HubContext, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';

import { burdenAsks } from '../data/unit-burden.read-model';
import { REPORT_KIND_NAMES } from '../domain/report-kind';
import { readBurdenTrend, readUnitBurden } from '../usecases/read-unit-burden';
import { UnitBurdenFilterInput } from './unit-burden.input';
import {
  BurdenAsk,
  BurdenMonth,
  toBurdenMonth,
  toUnitBurden,
  UnitBurden,
  UnitBurdenConnection,
} from './unit-burden.type';

const keyOf = (unitId: string, month: string): string => `${unitId} ${month}`;

const asksLoader = defineLoader<string, readonly BurdenAsk[]>(async (tx, keys) => {
  const burdens = keys.map((key) => ({ unitId: key.slice(0, 36), month: key.slice(37) }));
  const asks = (await burdenAsks(tx, burdens)).map((row) => ({ ...row, kindName: REPORT_KIND_NAMES[row.kind] }));
  return rowsBy(asks, ({ unitId, month }) => keyOf(unitId, month));
});

@Resolver(() => UnitBurden)
export class UnitBurdenResolver {
  @Query(() => UnitBurdenConnection, {
    description:
      '填报负担：各单位每月被布置了多少、要多久；月份由新及旧，单位按机构序列，不作排名。单位只见本单位的。错误：PERIOD_INVALID、PERIOD_KIND_MISMATCH。',
  })
  async unitBurden(
    @Arg('filter', () => UnitBurdenFilterInput, { nullable: true }) filter: UnitBurdenFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitBurdenConnection> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readUnitBurden(ctx, filter ?? {}, request), toUnitBurden);
  }

  @Directive('@cost(weight: 100)')
  @Query(() => [BurdenMonth], {
    description: '填报负担的逐月走势：视野内全部单位合计，月份由旧及新。错误：PERIOD_INVALID、PERIOD_KIND_MISMATCH。',
  })
  async burdenTrend(
    @Arg('filter', () => UnitBurdenFilterInput, { nullable: true }) filter: UnitBurdenFilterInput | null,
    @Ctx() ctx: HubContext,
  ): Promise<BurdenMonth[]> {
    return (await readBurdenTrend(ctx, filter ?? {})).map(toBurdenMonth);
  }

  @FieldResolver(() => [BurdenAsk], { description: '当月布置的各项报送，按布置先后。' })
  async asks(@Root() { unit, month }: UnitBurden, @Ctx() ctx: HubContext): Promise<readonly BurdenAsk[]> {
    return (await asksLoader.load(ctx, keyOf(unit.id, month))) ?? [];
  }
}
