import type { Id, SystemActor } from '@hub/core';

/** No committee: its id is only used to open a transaction that finds one. */
export const NO_COMMITTEE: Id = '00000000-0000-0000-0000-000000000000';

/** Looks up accounts and sessions before anyone is signed in. */
export const signInActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'sign-in' });

/** Brings in a whole committee at once, before anyone could sign in to it. */
export const seedActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'seed' });
