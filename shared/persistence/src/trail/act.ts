import { hkdfSync } from 'node:crypto';

import type { Id } from '@hub/core';

/** What an act was about, as far as its chain goes: the acts on one object follow each other. */
export interface ChainKey {
  readonly committeeId: Id;
  /** The noun: `document`, `receipt`. */
  readonly objectType: string;
  readonly objectId: Id;
  /** Which part of it: the organisation of a receipt. NO_PART for the object as a whole. */
  readonly partId: Id;
}

/** A part of no object: the act was about the whole. */
export const NO_PART: Id = '00000000-0000-0000-0000-000000000000';

/** One act of the trail, as it is kept. */
export interface Act extends ChainKey {
  readonly id: Id;
  /** 1 for the first act on its object. */
  readonly position: number;
  readonly at: Date;
  readonly requestId: string;
  readonly actorName: string;
  readonly accountId: Id | null;
  readonly postId: Id | null;
  readonly unitId: Id | null;
  /** The delegation under which the actor held the post. */
  readonly delegationId: Id | null;
  readonly action: string;
  /** Changed fields only. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The end of a chain: how long it is, and the seal of its last act. */
export interface Head extends ChainKey {
  readonly position: number;
  readonly seal: Buffer;
}

export const chainName = ({ committeeId, objectType, objectId, partId }: ChainKey): string =>
  `${committeeId}/${objectType}/${objectId}/${partId}`;

/** Keys of the trail of one subgraph: a row or a checkpoint of another's is worth nothing in it. */
export interface TrailKeys {
  readonly acts: Buffer;
  readonly checkpoints: Buffer;
}

export function trailKeys(auditKey: Uint8Array, schema: string): TrailKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', auditKey, '', `${purpose}:${schema}`, 32));
  return { acts: derive('audit-acts'), checkpoints: derive('audit-checkpoints') };
}
