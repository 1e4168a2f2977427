import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { RegisteredDocumentRepository } from '../data/registered-document.repository';
import { assertDocumentFacts, type DocumentFacts } from '../domain/registered-document';
import { serviceError } from '../domain/service.errors';
import { servicePolicy } from '../domain/service.policy';
import type { OrganizationContext } from './context';

/** What the gateway says when it has checked the text: it alone knows the whole graph. */
export interface RegisterDocumentInput extends DocumentFacts {
  /** The id under which clients name the document. */
  readonly checkedId?: string | null;
  /** What one run is reckoned to cost. */
  readonly checkedCost?: number | null;
}

/** A new document for dashboards, pasted while the hub runs; another administrator lets it in. */
export async function registerDocument(
  ctx: OrganizationContext,
  { name, purpose, text, checkedId, checkedCost }: RegisterDocumentInput,
): Promise<{ registrationId: Id }> {
  const actor = requirePerson(ctx);
  servicePolicy.assertMay(actor, 'registerDocument', { committeeId: actor.committeeId });
  assertDocumentFacts({ name, purpose, text });
  if (checkedId == null || checkedCost == null) throw serviceError('DOCUMENT_UNCHECKED');
  return ctx.command('registerDocument', { name, purpose, text }, async (tx) => {
    const registrationId = ctx.ids.next();
    const facts = { name, documentId: checkedId, purpose: purpose.trim(), cost: checkedCost };
    await new RegisteredDocumentRepository(tx).insert({ registrationId, text, ...facts }, actor);
    tx.audit({
      action: 'registerDocument',
      objectType: 'registeredDocument',
      objectId: registrationId,
      after: { ...facts, state: 'PENDING' },
    });
    return { registrationId };
  });
}
