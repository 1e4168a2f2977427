import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FeedbackRequirement } from '../domain/feedback';
import { recordError } from '../domain/record.errors';

// Of a document a unit may read the printed paper only: these name their columns, the entity has more.

/** Hash of the frozen text. Throws DOCUMENT_NOT_FOUND. */
export async function textDigestOf(tx: ReadTransaction, documentId: Id): Promise<string> {
  const [row] = await tx.query<{ textDigest: string }>(
    'select text_digest as "textDigest" from dispatch.document where committee_id = $1 and document_id = $2',
    [tx.committeeId, documentId],
  );
  if (!row) throw recordError('DOCUMENT_NOT_FOUND');
  return row.textDigest;
}

/** What the issuer asks for beside the signature. Throws DOCUMENT_NOT_FOUND. */
export async function feedbackRequirementOf(tx: ReadTransaction, documentId: Id): Promise<FeedbackRequirement> {
  const [row] = await tx.query<{ requirement: FeedbackRequirement }>(
    `select feedback_requirement as requirement from dispatch.document
     where committee_id = $1 and document_id = $2`,
    [tx.committeeId, documentId],
  );
  if (!row) throw recordError('DOCUMENT_NOT_FOUND');
  return row.requirement;
}

/** How many of these files the organisation has uploaded for its feedback on the document. */
export async function countFeedbackFiles(
  tx: ReadTransaction,
  { documentId, organizationId }: { readonly documentId: Id; readonly organizationId: Id },
  attachmentIds: readonly Id[],
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from dispatch.attachment
     where committee_id = $1 and document_id = $2 and organization_id = $3 and removed_at is null
       and attachment_id = any($4::uuid[])`,
    [tx.committeeId, documentId, organizationId, attachmentIds],
  );
  return row?.count ?? 0;
}
