import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { DocumentRepository } from '../data/document.repository';
import { NumberSeriesRepository } from '../data/number-series.repository';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { assertRoleMay, type DocumentResult } from './document-step';
import { assertDraftFits, type DraftFields, type DraftInput, guardDraft, readDraftFields } from './draft-fields';

export interface DraftDocumentInput extends DraftInput {
  readonly seriesId: Id;
}

/** 拟稿. */
export async function draftDocument(ctx: DispatchContext, input: DraftDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  assertRoleMay(person, 'draft');
  const fields = readDraftFields(input);
  await guardDraft(ctx, null, fields);
  return ctx.command('draftDocument', input, async (tx) => {
    const series = await new NumberSeriesRepository(tx).get(input.seriesId);
    if (!series.active) throw recordError('SERIES_INACTIVE', { prefix: series.prefix });
    await assertDraftFits(tx, series, fields);
    const { issuerName, issuerOrganizationId, seriesId } = series;
    const documents = new DocumentRepository(tx);
    const document: DocumentEntity = {
      ...NEW_DOCUMENT,
      ...fields,
      committeeId: tx.committeeId,
      documentId: ctx.ids.next(),
      seriesId,
      issuerOrganizationId,
      issuerName,
      sectionId: person.sectionId,
      drafterAccountId: person.accountId,
      drafterPostId: person.postId,
      drafterName: person.displayName,
      draftedAt: tx.now,
      updatedAt: tx.now,
    };
    await documents.insert(document);
    const { documentId, state, textDigest, title, version } = document;
    const act = { act: 'DRAFT', fromState: null, toState: state, opinion: null } as const;
    await documents.recordAct(person, { ...act, documentId, textDigest });
    const after = { state, seriesId, title, textDigest };
    tx.audit({ action: 'draftDocument', objectType: 'document', objectId: documentId, after });
    return { documentId, state, version };
  });
}

/** What no draft has yet. */
const NEW_DOCUMENT: Omit<DocumentEntity, keyof DraftFields | DraftedBy> = {
  state: 'DRAFT',
  version: 1,
  writtenOn: null,
  printedOn: null,
  distributionDigest: null,
  textFrozenAt: null,
  numberYear: null,
  numberSequence: null,
  documentNumber: null,
  originalSignerAccountId: null,
  approverAccountId: null,
  approverName: null,
  approvedAt: null,
  signedByMainLeader: null,
  pledgedByAccountId: null,
  pledgedAt: null,
  secrecyReviewedByAccountId: null,
  secrecyReviewedAt: null,
  issuedAt: null,
  archivedAt: null,
  archiveNumber: null,
  revokedAt: null,
  abolishedOn: null,
  endingBasis: null,
};

type DraftedBy =
  | 'committeeId'
  | 'documentId'
  | 'seriesId'
  | 'issuerOrganizationId'
  | 'issuerName'
  | 'sectionId'
  | 'drafterAccountId'
  | 'drafterPostId'
  | 'drafterName'
  | 'draftedAt'
  | 'updatedAt';
