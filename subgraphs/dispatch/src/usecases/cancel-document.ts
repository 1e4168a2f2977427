import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';
import { NO_NUMBER, voidHeldNumber } from './held-number';

export interface CancelDocumentInput extends DocumentDecision {
  readonly opinion: string;
}

/** 作废: the paper is given up before it left. A number it held becomes an explained 空号. */
export async function cancelDocument(ctx: DispatchContext, input: CancelDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('cancelDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'cancel', input);
    const moved = await moveDocument(tx, person, locked, {
      action: 'cancelDocument',
      act: 'CANCEL',
      opinion: input.opinion,
      change: NO_NUMBER,
      detail: { documentNumber: locked.document.documentNumber },
    });
    await voidHeldNumber(tx, person, locked.document, input.opinion);
    return moved;
  });
}
