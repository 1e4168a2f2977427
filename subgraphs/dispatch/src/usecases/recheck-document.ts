import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface RecheckDocumentInput extends DocumentDecision {
  readonly opinion?: string | null;
}

/** 复核: procedure, signatures, annexes and form are in order; nothing of substance has to change. */
export async function recheckDocument(ctx: DispatchContext, input: RecheckDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('recheckDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'recheck', input);
    return moveDocument(tx, person, locked, { action: 'recheckDocument', act: 'RECHECK', opinion: input.opinion });
  });
}
