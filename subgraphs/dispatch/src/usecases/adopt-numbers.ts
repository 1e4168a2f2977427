import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { EconomyRepository } from '../data/economy.repository';
import { NumberRegisterRepository } from '../data/number-register.repository';
import { NumberSeriesRepository } from '../data/number-series.repository';
import { assertNumberingYear } from '../domain/document-number';
import { adoptNumbers as adopt } from '../domain/number-allocation';
import { seriesPolicy } from '../domain/series.policy';
import type { DispatchContext } from './context';

export interface AdoptNumbersInput {
  readonly seriesId: Id;
  readonly year: number;
  /** The last number issued before the hub took over. */
  readonly lastSequence: number;
  readonly reason: string;
}

/** 沿用: a series that was kept elsewhere until now goes on in the hub with its next number. */
export async function adoptNumbers(ctx: DispatchContext, input: AdoptNumbersInput): Promise<Id> {
  const person = requirePerson(ctx);
  seriesPolicy.assertMay(person, 'adoptNumbers', person);
  const { lastSequence, reason, seriesId, year } = input;
  assertNumberingYear(year);
  return ctx.command('adoptNumbers', input, async (tx) => {
    await new NumberSeriesRepository(tx).get(seriesId);
    const register = new NumberRegisterRepository(tx, seriesId, year);
    const counter = await register.lockCounter();
    await register.write(adopt(counter, lastSequence, reason), person);
    await register.writeCounter({ ...counter, lastSequence });
    const economy = new EconomyRepository(tx);
    await economy.lock(year);
    await economy.count(year, lastSequence);
    tx.audit({
      action: 'adoptNumbers',
      objectType: 'numberSeries',
      objectId: seriesId,
      after: { year, lastSequence, reason },
    });
    return seriesId;
  });
}
