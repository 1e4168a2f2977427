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

/** Null when the text is the id of nothing. */
export function parseReceiptId(id: string): ReceiptKey | null {
  const [documentId, organizationId, ...rest] = id.split('.');
  return isId(documentId) && isId(organizationId) && rest.length === 0 ? { documentId, organizationId } : null;
}

/** Throws RECEIPT_NOT_FOUND. */
export function receiptKeyOf(id: string): ReceiptKey {
  const key = parseReceiptId(id);
  if (key === null) throw receiptError('RECEIPT_NOT_FOUND');
  return key;
}
