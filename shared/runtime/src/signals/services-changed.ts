import { z } from 'zod';

import { defineSignal } from './signal';

/**
 * What programs may do in these committees changed: a service token was revoked, or a document let in or taken back.
 * Organization says it after its commit, so that gateways ask again.
 */
export const servicesChanged = defineSignal(
  'organization.services-changed',
  z.object({ committees: z.array(z.string()) }),
);
