import type { Id } from '@hub/core';
import { defineLoader } from '@hub/graphql';
import { requireReader } from '@hub/persistence';

import { attachmentsById, attachmentsOfDocuments } from '../data/attachment.read-model';
import { papersById } from '../data/document.read-model';
import { actsOfDocuments, handlingsById, overridesOfDocuments } from '../data/handling.read-model';
import { numberSeriesById } from '../data/number-series.read-model';
import { documentPolicy } from '../domain/document.policy';
import { recordError } from '../domain/record.errors';
import { seriesPolicy } from '../domain/series.policy';
import { type Document, toDocument } from './document.type';
import type { DispatchHubContext } from './hub-context';

const paperLoader = defineLoader(papersById);

export const attachmentLoader = defineLoader(attachmentsById);
export const documentAttachmentsLoader = defineLoader(attachmentsOfDocuments);
export const handlingLoader = defineLoader(handlingsById);
export const actsLoader = defineLoader(actsOfDocuments);
export const overridesLoader = defineLoader(overridesOfDocuments);
export const numberSeriesLoader = defineLoader(numberSeriesById);

/** Null when the document does not exist for the actor. */
export async function findDocument(ctx: DispatchHubContext, documentId: Id): Promise<Document | null> {
  requireReader(ctx);
  const row = await paperLoader.load(ctx, documentId);
  return row && toDocument(row);
}

/** What a mutation answers with. */
export async function showDocument(
  ctx: DispatchHubContext,
  { documentId }: { readonly documentId: Id },
): Promise<Document> {
  const document = await findDocument(ctx, documentId);
  if (document === null) throw recordError('DOCUMENT_NOT_FOUND', { documentId });
  return document;
}

/** Whether the actor may see how documents came about. */
export function seesHandling(ctx: DispatchHubContext): boolean {
  const actor = requireReader(ctx);
  return documentPolicy.may(actor, 'readHandling', { committeeId: actor.committeeId });
}

/** Whether the actor may see the series that papers are numbered in. */
export function seesSeries(ctx: DispatchHubContext): boolean {
  const actor = requireReader(ctx);
  return seriesPolicy.may(actor, 'read', { committeeId: actor.committeeId });
}
