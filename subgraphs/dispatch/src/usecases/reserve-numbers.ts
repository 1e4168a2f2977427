import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { NumberRegisterRepository } from '../data/number-register.repository';
import { NumberSeriesRepository } from '../data/number-series.repository';
import { assertNumberingYear, formatDocumentNumber } from '../domain/document-number';
import { reserveNumbers as reserve } from '../domain/number-allocation';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { assertRoleMay } from './document-step';

export interface ReserveNumbersInput {
  readonly seriesId: Id;
  readonly year: number;
  readonly count: number;
  readonly reason: string;
}

const MOST_AT_ONCE = 100;

/** 预留: the next numbers are kept for papers that are known to come, and stand in the register with the reason. */
export async function reserveNumbers(ctx: DispatchContext, input: ReserveNumbersInput): Promise<readonly string[]> {
  const person = requirePerson(ctx);
  assertRoleMay(person, 'reserveNumber');
  const { count, reason, seriesId, year } = input;
  assertNumberingYear(year);
  if (!(count >= 1 && count <= MOST_AT_ONCE)) throw recordError('RESERVE_COUNT', { limit: MOST_AT_ONCE });
  return ctx.command('reserveNumbers', input, async (tx) => {
    const { prefix } = await new NumberSeriesRepository(tx).get(seriesId);
    const register = new NumberRegisterRepository(tx, seriesId, year);
    const counter = await register.lockCounter();
    const entries = reserve(counter, count, reason);
    await register.write(entries, person);
    await register.writeCounter({ ...counter, lastSequence: counter.lastSequence + count });
    const numbers = entries.map(({ sequence }) => formatDocumentNumber({ prefix, year, sequence }));
    tx.audit({
      action: 'reserveNumbers',
      objectType: 'numberSeries',
      objectId: seriesId,
      after: { year, numbers, reason },
    });
    return numbers;
  });
}
