import { type Id, isPerson, localDate, type Page, type PageRequest } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import { listUnitAsks, type UnitAskRow } from '../data/unit-ask.read-model';
import { assertPeriodOfKind } from '../domain/period';

export interface UnitAsksRequest {
  /** Left out: the unit of the acting post. */
  readonly unitId?: Id | null;
  /** Left out: this month. */
  readonly month?: string | null;
}

export interface UnitAsk extends UnitAskRow {
  readonly overdue: boolean;
}

/** 本月要报: what a unit is asked for in a month, and what of before it still owes. Throws PERIOD_INVALID or PERIOD_KIND_MISMATCH. */
export async function readUnitAsks(
  ctx: UseCaseContext,
  request: UnitAsksRequest,
  page: PageRequest,
): Promise<Page<UnitAsk>> {
  const now = ctx.clock.now();
  const month = request.month ?? localDate(now).slice(0, 7);
  assertPeriodOfKind('MONTHLY', month);
  return ctx.read(async (tx) => {
    const unitId = request.unitId ?? (isPerson(tx.actor) ? tx.actor.unitId : null);
    if (unitId === null) return { items: [], totalCount: 0, hasNextPage: false, endCursor: null };
    const asks = await listUnitAsks(tx, { unitId, month }, page);
    return { ...asks, items: asks.items.map((ask) => ({ ...ask, overdue: ask.open && ask.dueAt < now })) };
  });
}
