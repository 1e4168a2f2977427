import { signaturesChanged } from '@hub/contracts';
import { localDate } from '@hub/core';

import { factFeed } from './fact-feed';

/** 签收: counted in the month of the signature. One that was taken back with its paper counts no more. */
export const signatureFeed = factFeed(signaturesChanged, ({ signatures }) =>
  signatures.flatMap(({ receiptId, organizationId, unitId, acknowledgedAt, onTime, version }) => {
    const month = acknowledgedAt === null ? null : localDate(new Date(acknowledgedAt)).slice(0, 7);
    const item = { organizationId, unitId, itemId: receiptId, month, version };
    return [
      { ...item, fact: 'receipts.acknowledged' as const, value: Number(acknowledgedAt !== null) },
      { ...item, fact: 'receipts.acknowledged-on-time' as const, value: Number(onTime) },
    ];
  }),
);
