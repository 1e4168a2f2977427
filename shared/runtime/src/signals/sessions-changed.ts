import { z } from 'zod';

import { defineSignal } from './signal';

/**
 * What was known of these sessions is no longer true: they ended, or act under another post. Organization says it after
 * its commit, so that gateways ask again and streams that run under them end. Sessions are named as access tokens do.
 */
export const sessionsChanged = defineSignal(
  'organization.sessions-changed',
  z.object({ sessions: z.array(z.string()) }),
);
