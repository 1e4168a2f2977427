import { type Signals, sessionsChanged } from '@hub/runtime';

import type { SessionCache } from '../../security/session-cache';
import type { StreamRegistry } from './stream-registry';

/** Nothing of the session is remembered, and what runs under it ends. */
export function endSession(session: string, cache: SessionCache, registry: StreamRegistry): void {
  cache.forget(session);
  registry.endSession(session);
}

/** Lets the end of a session act at once. */
export function followSessions(signals: Signals, cache: SessionCache, registry: StreamRegistry): () => void {
  return signals.listen(sessionsChanged, {
    onSignal: ({ sessions }) => {
      for (const session of sessions) endSession(session, cache, registry);
    },
    onGap: () => {
      cache.forgetAll();
      void registry.checkAll();
    },
  });
}
