import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface ReferToSignerInput extends DocumentDecision {
  readonly opinion: string;
}

/** 复核 found something of substance: the paper goes to the one who signed it, and to nobody else (公文条例 Art 25). */
export async function referToSigner(ctx: DispatchContext, input: ReferToSignerInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('referToSigner', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'referToSigner', input);
    return moveDocument(tx, person, locked, {
      action: 'referToSigner',
      act: 'REFER_TO_SIGNER',
      opinion: input.opinion,
      change: { originalSignerAccountId: locked.document.approverAccountId },
    });
  });
}
