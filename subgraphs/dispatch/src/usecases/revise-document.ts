import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { assertRoleMay, type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';
import { assertDraftFits, type DraftInput, guardDraft, readDraftFields } from './draft-fields';

export interface ReviseDocumentInput extends DraftInput, DocumentDecision {}

/** 修改: the form filled in anew. What was pledged and reviewed was said of the earlier text. */
export async function reviseDocument(ctx: DispatchContext, input: ReviseDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  assertRoleMay(person, 'revise');
  const fields = readDraftFields(input);
  await guardDraft(ctx, input.documentId, fields);
  return ctx.command('reviseDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'revise', input);
    await assertDraftFits(tx, locked.series, fields);
    return moveDocument(tx, person, locked, {
      action: 'reviseDocument',
      act: 'REVISE',
      change: {
        ...fields,
        pledgedByAccountId: null,
        pledgedAt: null,
        secrecyReviewedByAccountId: null,
        secrecyReviewedAt: null,
      },
      detail: { textDigestBefore: locked.document.textDigest },
    });
  });
}
