import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type EconomyRow, economyOf } from '../data/economy.read-model';
import {
  listNumberSeries as list,
  listRegisteredNumbers as listNumbers,
  type NumberSeriesRow,
  type RegisteredNumberRow,
} from '../data/number-series.read-model';
import { type SeriesVerb, seriesPolicy } from '../domain/series.policy';
import type { DispatchContext } from './context';

export async function listNumberSeries(ctx: DispatchContext): Promise<NumberSeriesRow[]> {
  assertMay(ctx, 'read');
  return ctx.read(list);
}

/** 发文登记簿 of one year. */
export async function listRegisteredNumbers(
  ctx: DispatchContext,
  seriesId: Id,
  year: number,
): Promise<RegisteredNumberRow[]> {
  assertMay(ctx, 'readRegister');
  return ctx.read((tx) => listNumbers(tx, seriesId, year));
}

/** 发文计数 of a year, for the register and the dashboard. */
export async function readEconomy(ctx: DispatchContext, year: number): Promise<EconomyRow> {
  assertMay(ctx, 'readRegister');
  return ctx.read((tx) => economyOf(tx, year));
}

function assertMay(ctx: DispatchContext, verb: SeriesVerb): void {
  const { committeeId } = requirePerson(ctx);
  seriesPolicy.assertMay(requirePerson(ctx), verb, { committeeId });
}
