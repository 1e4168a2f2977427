import { findLadder, type LadderKey, withoutLadder } from '@hub/deadlines';

import { changeLadders } from './change-ladders';
import type { OrganizationContext } from './context';

export interface RemoveLadderInput extends LadderKey {
  readonly expectedVersion: number;
}

/** Takes back a ladder before its day has come. */
export function removeLadder(ctx: OrganizationContext, input: RemoveLadderInput): Promise<number> {
  return changeLadders(ctx, 'removeLadder', input, (content, today) => ({
    rules: withoutLadder(content, input, today),
    before: { ladder: findLadder(content, input) },
    after: { ladder: null },
  }));
}
