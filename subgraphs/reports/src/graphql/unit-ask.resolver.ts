import { type Id, pageRequest } from '@hub/core';
import { asksTotal, defineLoader, type HubContext, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';

import { prefilledValues } from '../usecases/known-values';
import { readUnitAsks, type UnitAsk as UnitAskRow } from '../usecases/read-unit-asks';
import { ReportField, showFields } from './field-value.type';
import { type ShownAsk, toUnitAsk, UnitAsk, UnitAskConnection } from './unit-ask.type';

/** For all that are shown at once, whatever their templates. */
const prefilledLoader = defineLoader<UnitAskRow, ReportField[]>(async (tx, rows) => {
  const values = await prefilledValues(tx, rows);
  return new Map(rows.map((row, index) => [row, showFields(row.fields, values[index] ?? {}).filter(isPrefilled)]));
});

const isPrefilled = ({ origin }: ReportField): boolean => origin === 'PREFILLED';

@Resolver(() => UnitAsk)
export class UnitAskResolver {
  @Query(() => UnitAskConnection, {
    description:
      '本月要报：一个单位在某月下达或到期的报送，以及此前到期而尚未办的，按应报时间由近及远。错误：PERIOD_INVALID、PERIOD_KIND_MISMATCH。',
  })
  async unitAsks(
    @Arg('unitId', () => ID, { nullable: true, description: '单位；不给则为当前岗位所在单位。' }) unitId: Id | null,
    @Arg('month', () => String, { nullable: true, description: '月份，例如 2026-10；不给则为本月。' }) month:
      | string
      | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitAskConnection> {
    const request = { ...pageRequest(page), counted: asksTotal(info) };
    return toConnection(await readUnitAsks(ctx, { unitId, month }, request), toUnitAsk);
  }

  @FieldResolver(() => [ReportField], { description: '平台已掌握、自动填入的项目及内容；尚未掌握的内容为空。' })
  async prefilled(@Root() { row }: ShownAsk, @Ctx() ctx: HubContext): Promise<ReportField[]> {
    return (await prefilledLoader.load(ctx, row)) ?? [];
  }
}
