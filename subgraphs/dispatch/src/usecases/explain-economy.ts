import { normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { EconomyRepository } from '../data/economy.repository';
import { documentError } from '../domain/document.errors';
import { assertNumberingYear } from '../domain/document-number';
import type { DispatchContext } from './context';
import { assertRoleMay } from './document-step';

export interface ExplainEconomyInput {
  readonly year: number;
  readonly explanation: string;
}

/** 书面说明: why more papers go out than last year (减负规定). It stands for the rest of the year. */
export async function explainEconomy(ctx: DispatchContext, input: ExplainEconomyInput): Promise<number> {
  const person = requirePerson(ctx);
  assertRoleMay(person, 'explainEconomy');
  assertNumberingYear(input.year);
  const explanation = normalizeNote('说明', input.explanation);
  if (explanation === null) throw documentError('OPINION_REQUIRED');
  return ctx.command('explainEconomy', input, async (tx) => {
    await new EconomyRepository(tx).explain(input.year, explanation, person);
    tx.audit({
      action: 'explainEconomy',
      objectType: 'documentEconomy',
      objectId: tx.committeeId,
      after: { year: input.year, explanation },
    });
    return input.year;
  });
}
