import { type Signals, sessionsChanged } from '@hub/runtime';

import type { SessionCache } from '../../security/session-cache';
import type { StreamRegistry } from './stream-registry';

/** Lets the end of a session act at once: nothing of it is remembered, and what runs under it ends. */
export function followSessions(signals: Signals, cache: SessionCache, registry: StreamRegistry): () => void {
  return signals.listen(sessionsChanged, {
    onSignal: ({ sessions }) => {
      for (const session of sessions) {
        cache.forget(session);
        registry.endSession(session);
      }
    },
    onGap: () => {
      cache.forgetAll();
      void registry.checkAll();
    },
  });
}
