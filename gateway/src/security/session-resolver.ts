import type { PersonActor } from '@hub/core';

import type { CallSubgraph } from '../context';
import { ownCall } from '../own-call';

const SESSION_ACTOR = 'query ($session: String!) { sessionActor(sessionKey: $session) }';
const ASKED = { kind: 'query', query: SESSION_ACTOR, requestId: 'session', actor: null, timeoutMs: 5_000 } as const;

/** Asks organization who a session acts as, by a field that is not part of the public graph. */
export function sessionResolver(call: CallSubgraph): (session: string) => Promise<PersonActor | null> {
  return async (session) => {
    const { sessionActor } = await ownCall(call, 'organization', { ...ASKED, variables: { session } });
    return typeof sessionActor === 'string' ? (JSON.parse(sessionActor) as PersonActor) : null;
  };
}
