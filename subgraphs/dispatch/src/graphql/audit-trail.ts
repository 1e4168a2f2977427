import { auditTrailGraphql } from '@hub/graphql';

/** What was done to documents, receipts and number series. Administrators set up the series, and see what became of them. */
export const dispatchAuditTrail = auditTrailGraphql({ schema: 'dispatch', administrative: ['numberSeries'] });
