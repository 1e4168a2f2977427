import { z } from 'zod';

import { defineEvent } from './define-event';

export const documentIssued = defineEvent(
  'dispatch.document-issued',
  1,
  z.object({
    committeeId: z.uuid(),
    documentId: z.uuid(),
    documentNumber: z.string(),
    title: z.string(),
    issuedAt: z.iso.datetime(),
    recipientCount: z.int().nonnegative(),
  }),
);

export const receiptChanged = defineEvent(
  'dispatch.receipt-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    /** The key of the entity `Receipt`: opaque, not a uuid. */
    receiptId: z.string(),
    documentId: z.uuid(),
    organizationId: z.uuid(),
    unitId: z.uuid(),
    state: z.string(),
    version: z.int(),
  }),
);

/** 签收 of receipts of one document: given, or taken back with the paper. Each is a snapshot; the newest version counts. */
export const signaturesChanged = defineEvent(
  'dispatch.signatures-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    documentId: z.uuid(),
    signatures: z.array(
      z.object({
        receiptId: z.string(),
        organizationId: z.uuid(),
        unitId: z.uuid(),
        /** Null once it was taken back. */
        acknowledgedAt: z.iso.datetime().nullable(),
        /** Signed within the limit that it had. */
        onTime: z.boolean(),
        /** Of the receipt. */
        version: z.int(),
      }),
    ),
  }),
);
