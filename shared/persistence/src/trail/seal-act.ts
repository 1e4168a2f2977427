import { createHmac } from 'node:crypto';

import { canonicalJson } from '@hub/core';

import type { Act } from './act';

/** Before the first act of a chain. */
export const NO_SEAL: Buffer = Buffer.alloc(0);

/** Fields are sealed in this order; another order or another field is another layout. */
const LAYOUT = 1;

/**
 * The seal of an act: an HMAC over all that is kept of it and over the seal before it. Without the key nobody can make
 * one, so an act cannot be changed, moved to another place or chain, or put between two others.
 */
export function sealAct(key: Buffer, previous: Buffer, act: Act): Buffer {
  const text = canonicalJson([
    LAYOUT,
    act.committeeId,
    act.objectType,
    act.objectId,
    act.partId,
    act.position,
    act.id,
    act.at.getTime(),
    act.requestId,
    act.actorName,
    act.accountId,
    act.postId,
    act.unitId,
    act.delegationId,
    act.action,
    act.before,
    act.after,
  ]);
  return createHmac('sha256', key).update(previous).update('\0').update(text).digest();
}
