import type { Id, SystemActor } from '@hub/core';

/** Looks up accounts and sessions before anyone is signed in. */
export const signInActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'sign-in' });

/** Brings in a whole committee at once, before anyone could sign in to it. */
export const seedActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'seed' });
