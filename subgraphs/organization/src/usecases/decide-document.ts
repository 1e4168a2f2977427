import { handOf, type Id, type PersonActor } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { type LockedDocument, RegisteredDocumentRepository } from '../data/registered-document.repository';
import { assertSecondPerson, type DocumentAct, nextDocumentState } from '../domain/registered-document';
import { serviceError } from '../domain/service.errors';
import { servicePolicy } from '../domain/service.policy';
import { assertServiceText } from '../domain/service-token';
import type { OrganizationContext } from './context';

export interface DocumentDecision {
  readonly registrationId: Id;
  readonly expectedVersion: number;
}

type Decided = Promise<{ registrationId: Id }>;

/** Lets a document in. One of the same name that was in use makes way for it. */
export function approveDocument(ctx: OrganizationContext, decision: DocumentDecision): Decided {
  return decide(ctx, 'approveDocument', 'APPROVE', decision, null, async (documents, person, { name }) => {
    await documents.supersede(name, person);
    await documents.decide(decision.registrationId, 'APPROVED', person, null);
  });
}

export function rejectDocument(
  ctx: OrganizationContext,
  { reason, ...decision }: DocumentDecision & { readonly reason: string },
): Decided {
  assertServiceText('理由', reason, 2, 500);
  return decide(ctx, 'rejectDocument', 'REJECT', decision, reason, async (documents, person) => {
    await documents.decide(decision.registrationId, 'REJECTED', person, reason.trim());
  });
}

/** Takes a document out of use, or an own one back that still waits. */
export function retireDocument(ctx: OrganizationContext, decision: DocumentDecision): Decided {
  return decide(ctx, 'retireDocument', 'RETIRE', decision, null, async (documents, person) => {
    await documents.retire(decision.registrationId, person);
  });
}

async function decide(
  ctx: OrganizationContext,
  verb: 'approveDocument' | 'rejectDocument' | 'retireDocument',
  act: DocumentAct,
  { registrationId, expectedVersion }: DocumentDecision,
  reason: string | null,
  write: (documents: RegisteredDocumentRepository, person: PersonActor, document: LockedDocument) => Promise<void>,
): Decided {
  const person = requirePerson(ctx);
  servicePolicy.assertMay(person, verb, { committeeId: person.committeeId });
  return ctx.command(verb, { registrationId, expectedVersion, reason }, async (tx) => {
    const documents = new RegisteredDocumentRepository(tx);
    const document = await documents.lock(registrationId);
    if (document === null) throw serviceError('DOCUMENT_NOT_REGISTERED');
    assertVersion(document.version, expectedVersion);
    const state = nextDocumentState(document.state, act);
    assertSecondPerson(act, document.author, handOf(person));
    await write(documents, person, document);
    tx.audit({
      action: verb,
      objectType: 'registeredDocument',
      objectId: registrationId,
      before: { state: document.state },
      after: { name: document.name, state, ...(reason === null ? {} : { reason }) },
    });
    return { registrationId };
  });
}
