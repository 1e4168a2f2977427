import type { Id, SystemActor } from '@hub/core';

/** Looks up accounts and sessions before anyone is signed in. */
export const signInActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'sign-in' });

/** Brings in a whole committee at once, before anyone could sign in to it. */
export const seedActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'seed' });

/** Recognises service tokens before anyone is known to act. */
export const serviceTokenActor = (committeeId: Id): SystemActor => ({
  side: 'system',
  committeeId,
  name: 'service-token',
});

/** Reads what the trail tells of sign-ins, and nothing else of it. */
export const signInLogActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'sign-in-log' });

/** Sends outside what notices have lined up. */
export const outsideDeliveryActor = (committeeId: Id): SystemActor => ({
  side: 'system',
  committeeId,
  name: 'outside-delivery',
});

/** Finds approved documents, and keeps the log of exports, for whoever the gateway answers. */
export const exportActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'export' });

/** Puts notices into inboxes, as events ask for it. */
export const noticesActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'notices' });
