import type { PersonActor } from '@hub/core';

import type { CallSubgraph } from '../context';

const SESSION_ACTOR = 'query ($session: String!) { sessionActor(sessionKey: $session) }';
const LOOKUP_MS = 5_000;

/** Asks organization who a session acts as, by a field that is not part of the public graph. */
export function sessionResolver(call: CallSubgraph): (session: string) => Promise<PersonActor | null> {
  return async (session) => {
    const { data, errors } = await call(
      'organization',
      { query: SESSION_ACTOR, variables: { session }, operationName: null, kind: 'query' },
      { requestId: 'session', actor: null, idempotencyKey: null, signal: AbortSignal.timeout(LOOKUP_MS) },
    );
    if (errors?.length) throw new Error(`session lookup failed: ${errors[0]?.message}`);
    const actor = data?.sessionActor;
    return typeof actor === 'string' ? (JSON.parse(actor) as PersonActor) : null;
  };
}
