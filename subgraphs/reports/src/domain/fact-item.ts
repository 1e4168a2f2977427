import type { Id } from '@hub/core';

import type { FactCode } from './fact-catalogue';

/** One thing that a fact counts, as it was told last. What is taken back counts 0: an older telling may still come. */
export interface FactItem {
  readonly fact: FactCode;
  readonly organizationId: Id;
  readonly unitId: Id;
  /** Names the thing within its fact: the receipt; for what stands, the organisation. */
  readonly itemId: string;
  /** The month it belongs to; null for what holds until it is said anew. */
  readonly month: string | null;
  readonly value: number;
  /** Of the thing: the newer telling is kept. */
  readonly version: number;
}
