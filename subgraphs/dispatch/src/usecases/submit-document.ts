import { requirePerson } from '@hub/persistence';

import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { assertRulesKept } from './document-rules';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface SubmitDocumentInput extends DocumentDecision {
  /** 非涉密承诺 of the drafter. */
  readonly notClassifiedPledge: boolean;
  readonly opinion?: string | null;
}

/** 送审. */
export async function submitDocument(ctx: DispatchContext, input: SubmitDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('submitDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'submit', input);
    if (!input.notClassifiedPledge) throw recordError('PLEDGE_REQUIRED');
    await assertRulesKept(tx, locked.document);
    return moveDocument(tx, person, locked, {
      action: 'submitDocument',
      act: 'SUBMIT',
      opinion: input.opinion,
      change: { pledgedByAccountId: person.accountId, pledgedAt: tx.now },
    });
  });
}
