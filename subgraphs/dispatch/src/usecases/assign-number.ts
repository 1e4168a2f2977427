import { requirePerson } from '@hub/persistence';

import { DistributionRepository } from '../data/distribution.repository';
import { formatDocumentNumber } from '../domain/document-number';
import { nextState } from '../domain/document-state';
import { assertPrintedNumber } from '../domain/printed-number';
import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';
import { type NumberRequest, takeNumber } from './take-number';

export interface AssignNumberInput extends DocumentDecision, NumberRequest {
  readonly opinion?: string | null;
}

/**
 * 登记编号: in one transaction the paper takes its number, its text is frozen and its distribution is fixed. A refusal at
 * any point gives the number back.
 */
export async function assignNumber(ctx: DispatchContext, input: AssignNumberInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('assignNumber', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'assignNumber', input);
    const { document, series } = locked;
    // Before the counter is touched: a refusal must not make the other registrars wait.
    nextState(series.steps, document.state, 'ASSIGN_NUMBER');
    const number = await takeNumber(tx, person, locked, input);
    assertPrintedNumber(document.text, number);
    const documentNumber = formatDocumentNumber(number);
    const distributionDigest = await new DistributionRepository(tx, document.documentId).digest();
    return moveDocument(tx, person, locked, {
      action: 'assignNumber',
      act: 'ASSIGN_NUMBER',
      opinion: input.opinion,
      change: { numberYear: number.year, numberSequence: number.sequence, documentNumber, distributionDigest },
      detail: { documentNumber, distributionDigest, reason: input.reason ?? null },
    });
  });
}
