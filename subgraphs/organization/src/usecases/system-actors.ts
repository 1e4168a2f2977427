import type { Id, SystemActor } from '@hub/core';

/** Looks up accounts and sessions before anyone is signed in. */
export const signInActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'sign-in' });
