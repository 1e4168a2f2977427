import { isPerson, type PersonActor } from '@hub/core';

import type { Authenticate } from '../../security/authenticate';
import { securityError } from '../../security/security.errors';
import type { Exchange } from '../exchange';

export type RequirePerson = (exchange: Exchange) => Promise<PersonActor>;

/** Routes that nobody uses without being signed in. */
export function createRequirePerson(authenticate: Authenticate): RequirePerson {
  return async ({ request, notes }) => {
    const actor = await authenticate(request.headers.authorization);
    notes.actor = actor;
    if (actor === null) throw securityError('SIGN_IN_REQUIRED');
    if (!isPerson(actor)) throw securityError('PERSON_REQUIRED');
    return actor;
  };
}
