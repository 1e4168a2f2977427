import { requirePerson } from '@hub/persistence';

import { DocumentRepository } from '../data/document.repository';
import { type Audience, assertAudience } from '../domain/audience';
import { documentError } from '../domain/document.errors';
import { DOCUMENT_STATE_NAMES } from '../domain/document-state';
import { asksFeedback } from '../domain/feedback';
import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument } from './document-step';
import { assertAudienceKnown } from './draft-fields';
import { noteRecipients } from './note-recipients';

export interface EditDistributionInput extends DocumentDecision {
  readonly audience: Audience;
}

/**
 * 调整分送范围, until it is fixed at numbering (公文条例 Art 25(2)). The printed 主送 and 抄送 are signed text and stay:
 * to change those the paper has to be sent back.
 */
export async function editDistribution(ctx: DispatchContext, input: EditDistributionInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('editDistribution', input, async (tx) => {
    const { document } = await lockDocument(tx, person, 'editDistribution', input);
    const { documentId, state, textFrozenAt } = document;
    if (textFrozenAt !== null || state === 'CANCELLED') {
      throw documentError('WRONG_STATE', { stateName: DOCUMENT_STATE_NAMES[state], state });
    }
    assertAudience(input.audience, asksFeedback(document.feedbackRequirement));
    await assertAudienceKnown(tx, input.audience);
    // After the approval there is a list already, and it follows the change.
    if (document.approvedAt !== null) await noteRecipients(tx, { ...document, audience: input.audience });
    const { version } = await new DocumentRepository(tx).update(document, { audience: input.audience });
    tx.audit({
      action: 'editDistribution',
      objectType: 'document',
      objectId: documentId,
      before: { audience: document.audience },
      after: { audience: input.audience },
    });
    return { documentId, state, version };
  });
}
