import type { LocalDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { assertEndingBasis, type EndingBasis } from '../domain/ending';
import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface AbolishDocumentInput extends DocumentDecision {
  readonly opinion: string;
  readonly basis: EndingBasis;
  /** The first day without force; it may lie in the future. */
  readonly abolishedOn: LocalDate;
}

/** 废止: loses force from a date. */
export async function abolishDocument(ctx: DispatchContext, input: AbolishDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  assertEndingBasis(input.basis);
  return ctx.command('abolishDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'abolish', input);
    return moveDocument(tx, person, locked, {
      action: 'abolishDocument',
      act: 'ABOLISH',
      opinion: input.opinion,
      change: { abolishedOn: input.abolishedOn, endingBasis: input.basis },
      detail: { basis: input.basis, abolishedOn: input.abolishedOn },
    });
  });
}
