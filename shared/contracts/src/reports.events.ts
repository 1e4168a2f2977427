import { z } from 'zod';

import { defineEvent } from './define-event';

/** How a report stands now; its words stay where they are. */
export const reportChanged = defineEvent(
  'reports.report-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    reportId: z.uuid(),
    /** Null for what nobody asked for. */
    taskId: z.uuid().nullable(),
    organizationId: z.uuid(),
    unitId: z.uuid(),
    kind: z.string(),
    state: z.string(),
    version: z.int(),
  }),
);
