import { type Id, isId } from '@hub/core';

import { receiptError } from './receipt.errors';

/** One receipt: a document and one addressee organisation. */
export interface ReceiptKey {
  readonly documentId: Id;
  readonly organizationId: Id;
}

/** The id of a receipt outside the database: clients keep it whole and never look inside. */
export function formatReceiptId({ documentId, organizationId }: ReceiptKey): string {
  return `${documentId}.${organizationId}`;
}

/** Throws RECEIPT_NOT_FOUND: a malformed id is the id of nothing. */
export function parseReceiptId(id: string): ReceiptKey {
  const [documentId, organizationId, ...rest] = id.split('.');
  if (isId(documentId) && isId(organizationId) && rest.length === 0) return { documentId, organizationId };
  throw receiptError('RECEIPT_NOT_FOUND');
}
