import { requirePerson } from '@hub/persistence';

import { assertEndingBasis, type EndingBasis } from '../domain/ending';
import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface RevokeDocumentInput extends DocumentDecision {
  readonly opinion: string;
  readonly basis: EndingBasis;
}

/** 撤销: void from the beginning. The text stays readable under a banner. */
export async function revokeDocument(ctx: DispatchContext, input: RevokeDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  assertEndingBasis(input.basis);
  return ctx.command('revokeDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'revoke', input);
    return moveDocument(tx, person, locked, {
      action: 'revokeDocument',
      act: 'REVOKE',
      opinion: input.opinion,
      change: { revokedAt: tx.now, endingBasis: input.basis },
      detail: { basis: input.basis },
    });
  });
}
