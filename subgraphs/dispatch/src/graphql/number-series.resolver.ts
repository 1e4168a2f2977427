import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { recordError } from '../domain/record.errors';
import { adoptNumbers } from '../usecases/adopt-numbers';
import { createNumberSeries } from '../usecases/create-number-series';
import { explainEconomy } from '../usecases/explain-economy';
import { listNumberSeries, listRegisteredNumbers, readEconomy } from '../usecases/read-number-series';
import { reserveNumbers } from '../usecases/reserve-numbers';
import { numberSeriesLoader } from './document.loader';
import { DocumentEconomy, toDocumentEconomy } from './economy.type';
import type { DispatchHubContext } from './hub-context';
import { AdoptNumbersInput, CreateNumberSeriesInput, ReserveNumbersInput } from './number-series.input';
import { NumberSeries, RegisteredNumber, toNumberSeries } from './number-series.type';

async function showSeries(ctx: DispatchHubContext, seriesId: Id): Promise<NumberSeries> {
  const row = await numberSeriesLoader.load(ctx, seriesId);
  if (row === null) throw recordError('SERIES_NOT_FOUND');
  return toNumberSeries(row);
}

@Resolver()
export class NumberSeriesResolver {
  @Query(() => [NumberSeries], { description: '发文号序列；仅工委。错误：ROLE_NOT_ALLOWED。' })
  async numberSeries(@Ctx() ctx: DispatchHubContext): Promise<NumberSeries[]> {
    return (await listNumberSeries(ctx)).map(toNumberSeries);
  }

  @Directive('@listSize(assumedSize: 200)')
  @Query(() => [RegisteredNumber], {
    description: '发文登记簿：一个序列一年的全部字号；仅工委。错误：ROLE_NOT_ALLOWED。',
  })
  registeredNumbers(
    @Arg('seriesId', () => ID) seriesId: Id,
    @Arg('year', () => Int) year: number,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<RegisteredNumber[]> {
    return listRegisteredNumbers(ctx, seriesId, year);
  }

  @Query(() => DocumentEconomy, { description: '发文精简：本年与上年的件数；仅工委。错误：ROLE_NOT_ALLOWED。' })
  async documentEconomy(
    @Arg('year', () => Int, { description: '年份。' }) year: number,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DocumentEconomy> {
    return toDocumentEconomy(await readEconomy(ctx, year));
  }

  @Mutation(() => NumberSeries, {
    description:
      '设立发文号序列。错误：SERIES_PREFIX_FORM、SERIES_PREFIX_TAKEN、SERIES_STEPS、ORGANIZATION_NOT_FOUND、ROLE_NOT_ALLOWED。',
  })
  async createNumberSeries(
    @Arg('input', () => CreateNumberSeriesInput) input: CreateNumberSeriesInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<NumberSeries> {
    return showSeries(ctx, await createNumberSeries(ctx, input));
  }

  @Mutation(() => NumberSeries, {
    description:
      '沿用平台启用前的字号：登记簿补记为已发出，下一件接续编号。错误：NUMBER_YEAR、SERIES_ALREADY_USED、NUMBER_REASON_REQUIRED、NUMBER_EXHAUSTED、SERIES_NOT_FOUND。',
  })
  async adoptNumbers(
    @Arg('input', () => AdoptNumbersInput) input: AdoptNumbersInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<NumberSeries> {
    return showSeries(ctx, await adoptNumbers(ctx, input));
  }

  @Mutation(() => [String], {
    description:
      '预留字号：返回预留的发文字号。错误：NUMBER_YEAR、RESERVE_COUNT、NUMBER_REASON_REQUIRED、NUMBER_EXHAUSTED、SERIES_NOT_FOUND。',
  })
  async reserveNumbers(
    @Arg('input', () => ReserveNumbersInput) input: ReserveNumbersInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<string[]> {
    return [...(await reserveNumbers(ctx, input))];
  }

  @Mutation(() => DocumentEconomy, {
    description: '书面说明本年发文为何多于上年；当年有效。错误：NUMBER_YEAR、OPINION_REQUIRED、ROLE_NOT_ALLOWED。',
  })
  async explainEconomy(
    @Arg('year', () => Int, { description: '年份。' }) year: number,
    @Arg('explanation', () => String, { description: '说明，至多 2000 字。' }) explanation: string,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DocumentEconomy> {
    return toDocumentEconomy(await readEconomy(ctx, await explainEconomy(ctx, { year, explanation })));
  }
}
