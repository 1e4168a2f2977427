import { requirePerson } from '@hub/persistence';

import { recordsSecrecyReview } from '../domain/secrecy-review';
import type { DispatchContext } from './context';
import { assertRulesKept } from './document-rules';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

export interface CheckDocumentInput extends DocumentDecision {
  /** 保密审查 is done. */
  readonly secrecyReviewed: boolean;
  readonly opinion?: string | null;
}

/** 核稿. */
export async function checkDocument(ctx: DispatchContext, input: CheckDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('checkDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'check', input);
    await assertRulesKept(tx, locked.document);
    const reviews = recordsSecrecyReview(locked.series.steps, 'CHECK', input.secrecyReviewed);
    return moveDocument(tx, person, locked, {
      action: 'checkDocument',
      act: 'CHECK',
      opinion: input.opinion,
      change: reviews ? { secrecyReviewedByAccountId: person.accountId, secrecyReviewedAt: tx.now } : {},
    });
  });
}
