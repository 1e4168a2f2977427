import type { Page, PageRequest } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import {
  type BurdenMonthRow,
  burdenTrend,
  listUnitBurdens,
  type UnitBurdenFilter,
  type UnitBurdenRow,
} from '../data/unit-burden.read-model';
import { assertPeriodOfKind } from '../domain/period';

/** Throws PERIOD_INVALID or PERIOD_KIND_MISMATCH. */
export function readUnitBurden(
  ctx: UseCaseContext,
  filter: UnitBurdenFilter,
  page: PageRequest,
): Promise<Page<UnitBurdenRow>> {
  assertMonths(filter);
  return ctx.read((tx) => listUnitBurdens(tx, filter, page));
}

/** Throws PERIOD_INVALID or PERIOD_KIND_MISMATCH. */
export function readBurdenTrend(ctx: UseCaseContext, filter: UnitBurdenFilter): Promise<BurdenMonthRow[]> {
  assertMonths(filter);
  return ctx.read((tx) => burdenTrend(tx, filter));
}

function assertMonths({ fromMonth, toMonth }: UnitBurdenFilter): void {
  for (const month of [fromMonth, toMonth]) if (month) assertPeriodOfKind('MONTHLY', month);
}
