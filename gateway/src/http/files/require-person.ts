import type { PersonActor } from '@hub/core';

import type { Authenticate } from '../../security/authenticate';
import { securityError } from '../../security/security.errors';
import type { Exchange } from '../exchange';

export type RequirePerson = (exchange: Exchange) => Promise<PersonActor>;

/** Routes that nobody uses without being signed in. */
export function createRequirePerson(authenticate: Authenticate): RequirePerson {
  return async ({ request, notes }) => {
    notes.actor = await authenticate(request.headers.authorization);
    if (notes.actor === null) throw securityError('SIGN_IN_REQUIRED');
    return notes.actor;
  };
}
