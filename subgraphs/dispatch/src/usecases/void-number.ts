import { requirePerson } from '@hub/persistence';

import { DocumentRepository } from '../data/document.repository';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument } from './document-step';
import { NO_NUMBER, voidHeldNumber } from './held-number';

export interface VoidNumberInput extends DocumentDecision {
  readonly reason: string;
}

/** 作废字号: a paper that was sent back gives up its number, which may go to the next one with a logged reason. */
export async function voidNumber(ctx: DispatchContext, input: VoidNumberInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('voidNumber', input, async (tx) => {
    const { document } = await lockDocument(tx, person, 'reserveNumber', input);
    const { documentId, documentNumber, state } = document;
    // A frozen text stands under its number: it has to be sent back first.
    if (document.textFrozenAt !== null || documentNumber === null)
      throw recordError('NUMBER_NOT_VOIDABLE', { documentId });
    await voidHeldNumber(tx, person, document, input.reason);
    const { version } = await new DocumentRepository(tx).update(document, NO_NUMBER);
    tx.audit({
      action: 'voidNumber',
      objectType: 'document',
      objectId: documentId,
      before: { documentNumber },
      after: { documentNumber: null, reason: input.reason },
    });
    return { documentId, state, version };
  });
}
