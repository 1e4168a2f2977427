import { auditTrailGraphql } from '@hub/graphql';

/** What was done to reports, tasks and templates. None of it is what administrators keep themselves. */
export const reportsAuditTrail = auditTrailGraphql({ schema: 'reports', administrative: [] });
