import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface ReturnDocumentInput extends DocumentDecision {
  readonly opinion: string;
}

/** 退回: from any step back to the drafter, with the reason. */
export async function returnDocument(ctx: DispatchContext, input: ReturnDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('returnDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'returnToDrafter', input);
    return moveDocument(tx, person, locked, { action: 'returnDocument', act: 'RETURN', opinion: input.opinion });
  });
}
